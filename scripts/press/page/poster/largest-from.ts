/** Sizes of a poster's type are this far apart, pt. */
export const step = 0.25;

/**
 * Finds the largest size of type that fits, from one down.
 * @param size
 *   The first to be tried, pt.
 * @param smallest
 *   None is smaller, pt.
 * @param fits
 *   Whether all fits on the sheet in a size.
 * @returns
 *   Size, pt; nothing where none fits.
 */
export function largestFrom(
  size: number,
  smallest: number,
  fits: (size: number) => boolean,
): number | undefined {
  for (let smaller = size; smaller >= smallest; smaller -= step) if (fits(smaller)) return smaller;
  return undefined;
}
