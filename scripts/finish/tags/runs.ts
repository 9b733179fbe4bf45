import { readOperand, skipWhite } from "../../pdf/lexer.ts";
import type { Matrix, Rectangle } from "../../pdf/matrix.ts";
import { identity, multiply, transformed, union } from "../../pdf/matrix.ts";
import { readNumber, type Source } from "../../pdf/scalars.ts";
import type { Operand, Operation } from "../../pdf/tokens.ts";
import { type GlyphMetrics, openShownCodes, type ShownCodes } from "./shown-codes.ts";
import { correctRun, markInvisible } from "./true-hints.ts";

/** A glyph as it is shown. */
export interface Glyph {
  code: number;
  /** Where its origin is, in text space: from the origin of its run. */
  x: number;
  y: number;
  /** Its advance in text space. */
  advance: number;
  /** What the font says that it stands for; empty where it says nothing. */
  hint: string;
}

/** Glyphs that Chromium shows as one: a piece of a line, in one font, one colour and one direction. */
export interface Run {
  kind: "run";
  /** Operations, from `BT` to `ET`. */
  first: number;
  last: number;
  /** `0xRRGGBB`. */
  ink: number;
  /** Resource name. */
  font: string;
  size: number;
  matrix: Matrix;
  /** Whether its text reads from right to left; glyphs stand from left to right all the same. */
  reversed: boolean;
  /** Where it begins on the page, in points, y upwards; points a unit of text space. */
  left: number;
  baseline: number;
  scale: number;
  glyphs: Glyph[];
  /** Whether every glyph stands on the line and is as wide as what it stands for. */
  plain: boolean;
}

/** Anything else that leaves ink. */
export interface Paint {
  kind: "paint";
  first: number;
  last: number;
  /** Box round it, in points. */
  box: Rectangle;
}

/** A change of colour, by which runs are known. */
export interface Inking {
  kind: "inking";
  first: number;
  last: number;
  ink: number;
  operator: "rg" | "RG";
}

export type Item = Run | Paint | Inking;

interface Reader {
  /** Stands where operands are read next. */
  source: Source;
  operations: readonly Operation[];
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
 * @param operations
 *   The same, read.
 * @param fonts
 *   By resource name; all of them composite, of two bytes a code.
 * @returns
 *   Runs, other paint, and changes of the filling colour.
 */
export function readItems(
  bytes: Uint8Array,
  operations: readonly Operation[],
  fonts: (name: string) => GlyphMetrics | undefined,
): Item[] {
  const known = new Map<string, ShownCodes>();
  const reader: Reader = {
    source: { bytes, at: 0, depth: 0 },
    operations,
    codesOf(name) {
      const found = known.get(name) ?? openShownCodes(fonts(name));
      known.set(name, found);
      return found;
    },
    items: [],
    matrix: identity,
    ink: 0,
    stack: [],
    path: undefined,
  };
  for (let index = 0; index < operations.length; index++) {
    const { operator } = operations[index] as Operation;
    if (operator === "BT") index = readRun(reader, index);
    else steps.get(operator)?.(reader, index);
  }
  return reader.items;
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
  reader.items.push({ kind: "paint", first, last, box });
  reader.path = undefined;
}

function paintUnit(reader: Reader, index: number): void {
  const box = transformed({ left: 0, bottom: 0, right: 1, top: 1 }, reader.matrix);
  reader.items.push({ kind: "paint", first: index, last: index, box });
}

function emptyAt([, , , , x, y]: Matrix): Rectangle {
  return { left: x, bottom: y, right: x, top: y };
}

/** Reads from `BT` to `ET`; returns where that is. */
function readRun(reader: Reader, first: number): number {
  const { operations, source } = reader;
  const run: Run = {
    ...{ kind: "run", first, last: first, ink: reader.ink, font: "", size: 0 },
    ...{ matrix: identity, reversed: false, left: 0, baseline: 0, scale: 1 },
    ...{ glyphs: [], plain: true },
  };
  // `Td` starts from the beginning of the line, a string from where the last one ended.
  const line = { x: 0, y: 0 };
  const pen = { x: 0, y: 0 };
  let index = first + 1;
  for (; index < operations.length; index++) {
    const operation = operations[index] as Operation;
    const { operator } = operation;
    if (operator === "ET") break;
    if (operator === "Td") {
      source.at = operation.start;
      line.x += readNumber(source);
      skipWhite(source);
      line.y += readNumber(source);
      pen.x = line.x;
      pen.y = line.y;
    } else if (operator === "Tj") {
      source.at = operation.start;
      showString(reader, run, pen);
    } else if (operator === "Tf") {
      const [font, size] = operation.operands as [string, number];
      Object.assign(run, { font, size });
    } else if (operator === "Tm") run.matrix = operation.operands as unknown as Matrix;
    else if (operator === "BMC" && operation.operands[0] === "ReversedChars") run.reversed = true;
    else if (operator === "TJ") throw new Error("text is shown as no browser we know does");
  }
  run.last = index;
  correctRun(run);
  const [scale, , , , left, baseline] = multiply(run.matrix, reader.matrix);
  markInvisible(run, reader.items, { scale, left, baseline });
  reader.items.push(Object.assign(run, { left, baseline, scale }));
  return index;
}

/** Adds the glyphs of the string at hand, two bytes a code. */
function showString({ source, codesOf }: Reader, run: Run, pen: { x: number; y: number }): void {
  const codes = readOperand(source) as Uint8Array;
  const known = codesOf(run.font);
  const { y } = pen;
  for (let at = 0; at + 1 < codes.length; at += 2) {
    const code = ((codes[at] as number) << 8) | (codes[at + 1] as number);
    const { width, hint, plain } = known(code);
    const advance = width * run.size;
    run.plain &&= plain && y === 0;
    run.glyphs.push({ code, x: pen.x, y, advance, hint });
    pen.x += advance;
  }
}

function numbersOf(reader: Reader, index: number): number[] {
  return reader.operations[index]?.operands as readonly Operand[] as number[];
}
