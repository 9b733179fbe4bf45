import type { Point } from "unist";

/**
 * Finds a place further on in the same line.
 * @param point
 *   Line, column and, where known, offset.
 * @param by
 *   How many UTF-16 units further.
 * @returns
 *   The place; its offset too where that of the other is known.
 */
export function pointAlong({ line, column, offset }: Point, by: number): Point {
  return { line, column: column + by, ...(offset !== undefined && { offset: offset + by }) };
}
