import { type Matrix, type Rectangle, transformed, union } from "../../../pdf/matrix.ts";
import type { Operand, Operation } from "../../../pdf/operand.ts";
import type { Item } from "./items.ts";

/** A page as far as it is read. */
export interface Canvas {
  /** A text object is one of them. */
  operations: Operation[];
  items: Item[];
  matrix: Matrix;
  ink: number;
  /** Where the path that isn't painted yet begins, and its box. */
  path: { first: number; box: Rectangle } | undefined;
}

type Step = (canvas: Canvas, index: number) => void;

/** What operators do that draw, by name; each takes the index of its operation. */
export const drawingSteps: Readonly<Record<string, Step>> = {
  re: addRectangle,
  ...{ m: addPoints, l: addPoints, c: addPoints, v: addPoints, y: addPoints },
  ...{ f: paintPath, F: paintPath, "f*": paintPath, S: paintPath, s: paintPath },
  ...{ B: paintPath, "B*": paintPath, b: paintPath, "b*": paintPath },
  n: dropPath,
  ...{ Do: paintUnit, sh: paintUnit, BI: paintUnit },
};

function addRectangle(canvas: Canvas, index: number): void {
  const [x = 0, y = 0, width = 0, height = 0] = numbersOf(canvas, index);
  addBox(canvas, index, { left: x, bottom: y, right: x + width, top: y + height });
}

function addPoints(canvas: Canvas, index: number): void {
  const numbers = numbersOf(canvas, index);
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    const [x = 0, y = 0] = [numbers[at], numbers[at + 1]];
    addBox(canvas, index, { left: x, bottom: y, right: x, top: y });
  }
}

function addBox(canvas: Canvas, index: number, box: Rectangle): void {
  const placed = transformed(box, canvas.matrix);
  canvas.path ??= { first: index, box: placed };
  canvas.path.box = union(canvas.path.box, placed);
}

function paintPath(canvas: Canvas, last: number): void {
  const { first, box } = canvas.path ?? { first: last, box: emptyAt(canvas.matrix) };
  canvas.items.push({ kind: "paint", first, last, box, ink: canvas.ink });
  canvas.path = undefined;
}

function dropPath(canvas: Canvas): void {
  canvas.path = undefined;
}

function paintUnit(canvas: Canvas, index: number): void {
  const box = transformed({ left: 0, bottom: 0, right: 1, top: 1 }, canvas.matrix);
  canvas.items.push({ kind: "paint", first: index, last: index, box, ink: canvas.ink });
}

function emptyAt([, , , , x, y]: Matrix): Rectangle {
  return { left: x, bottom: y, right: x, top: y };
}

/**
 * The numbers that an operator takes.
 * @param canvas
 *   What it is an operation of.
 * @param index
 *   Which.
 */
export function numbersOf({ operations }: Canvas, index: number): number[] {
  return operations[index]?.operands as readonly Operand[] as number[];
}
