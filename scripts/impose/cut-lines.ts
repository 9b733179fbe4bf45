import { thousandth } from "../pdf/length.ts";
import type { Box, Line, Size } from "./plan.ts";

/** Points: length of a mark, its distance from what is cut out. */
const length = 12;
const gap = 3;

/**
 * Marks where to cut: in the margin round the pages where there is room for them, else from the edge of the sheet.
 * @param boxes
 *   Pages on a side, edge to edge.
 * @param sheet
 *   Size of the sheet.
 */
export function cutLines(boxes: readonly Box[], sheet: Size): Line[] {
  const across = unique(boxes.flatMap(({ x, width }) => [x, x + width]));
  const up = unique(boxes.flatMap(({ y, height }) => [y, y + height]));
  const [left = 0, right = 0] = [across[0], across.at(-1)];
  const [bottom = 0, top = 0] = [up[0], up.at(-1)];
  const inside = (value: number, end: number) => value > gap && value < end - gap;
  return [
    ...across
      .filter((x) => inside(x, sheet.width))
      .flatMap((x) => ends(bottom, top, sheet.height).map(([a, b]) => cut([x, a], [x, b]))),
    ...up
      .filter((y) => inside(y, sheet.height))
      .flatMap((y) => ends(left, right, sheet.width).map(([a, b]) => cut([a, y], [b, y]))),
  ];
}

/** Where marks at both ends of a cut begin and end. */
function ends(low: number, high: number, edge: number): Array<readonly [number, number]> {
  const room = low > 2 * gap;
  return room
    ? [
        [Math.max(0, low - gap - length), low - gap],
        [high + gap, Math.min(edge, high + gap + length)],
      ]
    : [
        [0, length],
        [edge - length, edge],
      ];
}

function cut(from: Line["from"], to: Line["to"]): Line {
  const exact = ([x, y]: Line["from"]) => [thousandth(x), thousandth(y)] as const;
  return { kind: "cut", from: exact(from), to: exact(to) };
}

function unique(values: number[]): number[] {
  return [...new Set(values.map(thousandth))].sort((a, b) => a - b);
}
