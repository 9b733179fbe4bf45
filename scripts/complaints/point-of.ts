import type { Point } from "unist";

/**
 * Reads a place as elements and faults carry it.
 * @param place
 *   `line:column`, both from 1.
 */
export function pointOf(place: string): Point {
  const [line = 1, column = 1] = place.split(":").map(Number);
  return { line, column };
}
