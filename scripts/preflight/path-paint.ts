import { intersection, type Rectangle, union } from "../pdf/matrix.ts";
import type { PathPaint as WalkedPath } from "../pdf/walk.ts";
import type { PathPaint, Setting } from "./inspected.ts";

// Even what has no width is painted, as thin as the device can (ISO 32000-1, 8.4.3.2 and 10.6.5).
const thinnest = 0.01;

/**
 * Looks at a path.
 * @param path
 *   The path.
 * @param clip
 *   Box of what can be seen there.
 * @param unit
 *   Points a unit of the page's.
 * @param inks
 *   What it is painted with.
 */
export function pathPaint(
  { subpaths, fills, strokes, lineWidth }: WalkedPath,
  clip: Rectangle,
  unit: number,
  { fill, stroke, graphics }: Setting,
): PathPaint {
  const round = subpaths.map(({ box }) => box).reduce(union);
  const half = Math.max(strokes ? lineWidth : 0, thinnest) / 2;
  const { left, bottom, right, top } = round;
  const inked = { left: left - half, bottom: bottom - half, right: right + half, top: top + half };
  return {
    kind: "path",
    box: intersection(inked, clip),
    subpaths,
    lineWidth: lineWidth * unit,
    graphics,
    ...(fills && { fill }),
    ...(strokes && { stroke }),
  };
}
