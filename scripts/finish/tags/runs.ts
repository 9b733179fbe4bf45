import type { Matrix, Rectangle } from "../../pdf/matrix.ts";
import { identity, multiply, transformed, union } from "../../pdf/matrix.ts";
import type { Source } from "../../pdf/scalars.ts";
import { type Operand, type Operation, openSource, readOperation } from "../../pdf/tokens.ts";
import { WrittenOperation } from "../../pdf/written-operation.ts";
import { readRun } from "./read-run.ts";
import { Run } from "./run.ts";
import type { ShownCodes } from "./shown-codes.ts";

/** Anything else that leaves ink. */
export interface Paint {
  kind: "paint";
  first: number;
  last: number;
  /** Box round it, in points. */
  box: Rectangle;
  /** Colour that it is filled in. */
  ink: number;
}

/** A change of colour, by which runs are known. */
export interface Inking {
  kind: "inking";
  first: number;
  last: number;
  ink: number;
  operator: "rg" | "RG";
}

/** What a content stream shows or sets, in order. */
export type Item = Run | Paint | Inking;

interface Reader {
  /** Stands where operands are read next. */
  source: Source;
  /** As far as they are read; a text object is one. */
  operations: Operation[];
  codesOf: (name: string) => ShownCodes;
  items: Item[];
  matrix: Matrix;
  ink: number;
  stack: Array<{ matrix: Matrix; ink: number }>;
  /** Where the path that isn't painted yet begins, and its box. */
  path: { first: number; box: Rectangle } | undefined;
}

/**
 * Reads what a page that Chromium printed shows, in the order of painting.
 * @param bytes
 *   The page's content.
 * @param codesOf
 *   What fonts say, by resource name; all of them composite, of two bytes a code.
 * @returns
 *   Its operations, of which a text object is one, and what they leave: runs, other paint, and changes of the
 *   filling colour.
 */
export function readItems(
  bytes: Uint8Array,
  codesOf: (name: string) => ShownCodes,
): { operations: Operation[]; items: Item[] } {
  const reader: Reader = {
    source: openSource(bytes),
    operations: [],
    codesOf,
    items: [],
    matrix: identity,
    ink: 0,
    stack: [],
    path: undefined,
  };
  const { source, operations, items } = reader;
  for (let next = readOperation(source); next; next = readOperation(source)) {
    operations.push(next);
    if (next.operator === "BT") addRun(reader, next);
    else steps.get(next.operator)?.(reader, operations.length - 1);
  }
  return { operations, items };
}

type Step = (reader: Reader, index: number) => void;

const steps: ReadonlyMap<string, Step> = new Map<string, Step>([
  ["q", ({ stack, matrix, ink }) => stack.push({ matrix, ink })],
  ["Q", (reader) => Object.assign(reader, reader.stack.pop())],
  [
    "cm",
    (reader, index) => {
      reader.matrix = multiply(numbersOf(reader, index) as never, reader.matrix);
    },
  ],
  ["rg", setInk],
  ["RG", setInk],
  ["re", addRectangle],
  ...["m", "l", "c", "v", "y"].map((operator): [string, Step] => [operator, addPoints]),
  ...["f", "F", "f*", "B", "B*", "b", "b*", "S", "s"].map((operator): [string, Step] => [
    operator,
    paintPath,
  ]),
  [
    "n",
    (reader) => {
      reader.path = undefined;
    },
  ],
  ["Do", paintUnit],
  ["sh", paintUnit],
  ["BI", paintUnit],
]);

function setInk(reader: Reader, index: number): void {
  const [red = 0, green = 0, blue = 0] = numbersOf(reader, index);
  const ink = (byte(red) << 16) | (byte(green) << 8) | byte(blue);
  const operator = reader.operations[index]?.operator as Inking["operator"];
  if (operator === "rg") reader.ink = ink;
  reader.items.push({ kind: "inking", first: index, last: index, ink, operator });
}

function byte(component: number): number {
  return Math.round(component * 255);
}

function addRectangle(reader: Reader, index: number): void {
  const [x = 0, y = 0, width = 0, height = 0] = numbersOf(reader, index);
  addBox(reader, index, { left: x, bottom: y, right: x + width, top: y + height });
}

function addPoints(reader: Reader, index: number): void {
  const numbers = numbersOf(reader, index);
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    const [x = 0, y = 0] = [numbers[at], numbers[at + 1]];
    addBox(reader, index, { left: x, bottom: y, right: x, top: y });
  }
}

function addBox(reader: Reader, index: number, box: Rectangle): void {
  const placed = transformed(box, reader.matrix);
  reader.path ??= { first: index, box: placed };
  reader.path.box = union(reader.path.box, placed);
}

function paintPath(reader: Reader, last: number): void {
  const { first, box } = reader.path ?? { first: last, box: emptyAt(reader.matrix) };
  reader.items.push({ kind: "paint", first, last, box, ink: reader.ink });
  reader.path = undefined;
}

function paintUnit(reader: Reader, index: number): void {
  const box = transformed({ left: 0, bottom: 0, right: 1, top: 1 }, reader.matrix);
  reader.items.push({ kind: "paint", first: index, last: index, box, ink: reader.ink });
}

function emptyAt([, , , , x, y]: Matrix): Rectangle {
  return { left: x, bottom: y, right: x, top: y };
}

/** Reads on from `BT` to behind `ET`, and makes one operation of it all. */
function addRun(reader: Reader, { start }: Operation): void {
  const { operations, source, items } = reader;
  const at = operations.length - 1;
  const run = new Run(at, reader.ink);
  readRun(source, run, reader.codesOf);
  operations[at] = new WrittenOperation("BT", start, source.at, source.bytes);
  const [scale, , , , left, baseline] = multiply(run.matrix, reader.matrix);
  run.left = left;
  run.baseline = baseline;
  run.scale = scale;
  // Of what a page leaves out Chromium may write the frame.
  if (run.shown.length > 0) items.push(run);
}

function numbersOf(reader: Reader, index: number): number[] {
  return reader.operations[index]?.operands as readonly Operand[] as number[];
}
