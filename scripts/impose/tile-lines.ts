import { thousandth } from "../pdf/length.ts";
import type { Box, Line } from "./plan.ts";

/** Which neighbours a part has. */
export interface Joins {
  left: boolean;
  right: boolean;
  up: boolean;
  down: boolean;
}

/** Points: length of a mark, its distance from the picture. */
const length = 14;
const gap = 4;

/**
 * Marks round a part of a poster, never on it: solid where it is cut, dashed where the strip begins that its
 * neighbour is glued over. The right and lower edges with a neighbour keep their strip.
 * @param box
 *   The part on its sheet.
 * @param joins
 *   Which neighbours it has.
 * @param overlap
 *   Width of the strip.
 */
export function tileLines(box: Box, joins: Joins, overlap: number): Line[] {
  const right = box.x + box.width;
  const top = box.y + box.height;
  const upright = (kind: Line["kind"], x: number) => [
    line(kind, [x, top + gap], [x, top + gap + length]),
    line(kind, [x, box.y - gap], [x, box.y - gap - length]),
  ];
  const level = (kind: Line["kind"], y: number) => [
    line(kind, [box.x - gap, y], [box.x - gap - length, y]),
    line(kind, [right + gap, y], [right + gap + length, y]),
  ];
  return [
    ...upright("cut", box.x),
    ...upright("cut", right),
    ...level("cut", box.y),
    ...level("cut", top),
    ...(joins.right ? upright("glue", right - overlap) : []),
    ...(joins.down ? level("glue", box.y + overlap) : []),
  ];
}

function line(kind: Line["kind"], from: Line["from"], to: Line["to"]): Line {
  const exact = ([x, y]: Line["from"]) => [thousandth(x), thousandth(y)] as const;
  return { kind, from: exact(from), to: exact(to) };
}
