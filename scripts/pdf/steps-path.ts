import {
  intersection,
  type Matrix,
  type Rectangle,
  scaleOf,
  transformed,
  union,
} from "./matrix.ts";
import type { Operand } from "./operand.ts";
import { number } from "./steps-state.ts";
import type { Step, Subpath, Walk } from "./walk.ts";

/** Operators that make and paint paths. */
export const pathSteps: readonly (readonly [string, Step])[] = [
  ["re", addRectangle],
  ["m", begin],
  ["l", goOn],
  ["c", goOn],
  ["v", goOn],
  ["y", goOn],
  ["W", clip],
  ["W*", clip],
  ["n", paint(false, false)],
  ...["f", "F", "f*"].map((name) => [name, paint(true, false)] as const),
  ...["S", "s"].map((name) => [name, paint(false, true)] as const),
  ...["B", "B*", "b", "b*"].map((name) => [name, paint(true, true)] as const),
];

function addRectangle({ seen, path }: Walk, operands: readonly Operand[]): void {
  const [x, y, width, height] = [0, 1, 2, 3].map((at) => number(operands[at]));
  const { matrix } = seen.state;
  const [left, bottom] = [x as number, y as number];
  const box = upright(left, bottom, left + (width as number), bottom + (height as number));
  path.push({ box: transformed(box, matrix), rectangle: isUpright(matrix) });
}

function upright(x: number, y: number, x2: number, y2: number): Rectangle {
  return {
    left: Math.min(x, x2),
    bottom: Math.min(y, y2),
    right: Math.max(x, x2),
    top: Math.max(y, y2),
  };
}

function isUpright([a, b, c, d]: Matrix): boolean {
  return (b === 0 && c === 0) || (a === 0 && d === 0);
}

function begin({ seen, path }: Walk, operands: readonly Operand[]): void {
  path.push({ box: pointAt(operands, 0, seen.state.matrix), rectangle: false });
}

// Control points stand for the curve: it stays within their box.
function goOn({ seen, path }: Walk, operands: readonly Operand[]): void {
  const last = path.at(-1) as Subpath | undefined;
  let box = last?.rectangle === false ? last.box : undefined;
  for (let at = 0; at + 1 < operands.length; at += 2) {
    const point = pointAt(operands, at, seen.state.matrix);
    box = box === undefined ? point : union(box, point);
  }
  if (box === undefined) return;
  if (last?.rectangle === false) last.box = box;
  else path.push({ box, rectangle: false });
}

function pointAt(operands: readonly Operand[], at: number, matrix: Matrix): Rectangle {
  const [x, y] = [number(operands[at]), number(operands[at + 1])];
  const [a, b, c, d, e, f] = matrix;
  const [across, up] = [a * x + c * y + e, b * x + d * y + f];
  return { left: across, bottom: up, right: across, top: up };
}

function clip(walk: Walk): void {
  walk.clips = true;
}

function paint(fills: boolean, strokes: boolean): Step {
  return (walk) => {
    const { seen, visitor, path: subpaths } = walk;
    const { state } = seen;
    if ((fills || strokes) && subpaths.length > 0 && visitor.path) {
      const lineWidth = state.lineWidth * scaleOf(state.matrix);
      visitor.path({ subpaths, fills, strokes, lineWidth }, seen);
    }
    if (walk.clips) state.clip = clipped(state.clip, subpaths);
    walk.clips = false;
    walk.path = [];
  };
}

const empty: Rectangle = { left: 0, bottom: 0, right: 0, top: 0 };

function clipped(before: Rectangle | undefined, subpaths: readonly Subpath[]): Rectangle {
  const all = subpaths.map(({ box }) => box);
  const box = all.length === 0 ? empty : all.reduce(union);
  return before === undefined ? box : intersection(before, box);
}
