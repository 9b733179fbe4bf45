import { millimetresPerPoint } from "../pdf/length.ts";
import type { Rectangle } from "../pdf/matrix.ts";
import type { InspectedPage, Paint } from "./inspected.ts";

/** An edge of the trimmed page, by its name when the page is upright, and how far in from it something is. */
export interface Distance {
  edge: string;
  /** Millimetres; under 0 beyond the edge. */
  inside: number;
}

const clockwise = ["left", "top", "right", "bottom"] as const;

/**
 * Measures how far something stays within the trim.
 * @param box
 *   Its box, in the page's units.
 * @param page
 *   Its page.
 * @returns
 *   One distance an edge.
 */
export function distances(box: Rectangle, page: InspectedPage): Distance[] {
  const { boxes, unit, rotation } = page;
  const { trim } = boxes;
  const inside = {
    left: box.left - trim.left,
    top: trim.top - box.top,
    right: trim.right - box.right,
    bottom: box.bottom - trim.bottom,
  };
  return clockwise.map((side, at) => ({
    edge: clockwise[(at + rotation / 90) % 4] ?? side,
    inside: inside[side] * unit * millimetresPerPoint,
  }));
}

/**
 * Says whether a box has an inside.
 * @param box
 *   Such as what clipping leaves.
 */
export function hasArea({ left, right, bottom, top }: Rectangle): boolean {
  return right > left && top > bottom;
}

/**
 * What stays when the page is cut; what lies wholly beyond the trim are marks for the press.
 * @param page
 *   A page.
 * @returns
 *   Its paints, in order.
 */
export function paintsWithin({ paints, boxes }: InspectedPage): Paint[] {
  return paints.filter(({ box }) => overlap(box, boxes.trim));
}

/**
 * Says whether two boxes overlap.
 * @param one
 *   In the same units as
 * @param other
 *   the second; touching is not overlapping.
 */
export function overlap(one: Rectangle, other: Rectangle): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.bottom < other.top &&
    other.bottom < one.top
  );
}
