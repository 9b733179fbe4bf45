/** How many millimetres a point has. */
export const millimetresPerPoint = 25.4 / 72;

/**
 * Millimetres as points.
 * @param millimetres
 *   Length.
 */
export function points(millimetres: number): number {
  return (millimetres / 25.4) * 72;
}

/**
 * A length to a thousandth of a point, so that sums of lengths are written short and alike everywhere.
 * @param length
 *   Points.
 */
export function thousandth(length: number): number {
  return Math.round(length * 1000) / 1000;
}
