import { identity, type Matrix, multiply } from "../../../pdf/matrix.ts";
import type { Operation } from "../../../pdf/operand.ts";
import type { Source } from "../../../pdf/scalars.ts";
import { openSource, readOperation } from "../../../pdf/tokens.ts";
import { WrittenOperation } from "../../../pdf/written-operation.ts";
import { type Canvas, drawingSteps, numbersOf } from "./drawing-steps.ts";
import type { Inking, Item } from "./items.ts";
import { readRun } from "./read-run.ts";
import { Run } from "./run.ts";
import type { ShownCodes } from "./shown-codes.ts";

interface Reader extends Canvas {
  /** Stands where operands are read next. */
  source: Source;
  codesOf: (name: string) => ShownCodes;
  stack: Array<{ matrix: Matrix; ink: number }>;
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
  ["cm", transform],
  ["rg", setInk],
  ["RG", setInk],
  ...Object.entries(drawingSteps),
]);

function transform(reader: Reader, index: number): void {
  reader.matrix = multiply(numbersOf(reader, index) as never, reader.matrix);
}

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
