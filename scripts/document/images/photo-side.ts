/** An image's size in pixels. */
export interface PixelSize {
  width: number;
  height: number;
}

/** Pixels that the browser holds at once with ease, four bytes each. */
const easily = 100_000_000;
/**
 * Long sides that photographs may have, pixels, the largest first: at 200 an inch as wide as the widest sheet, A2, and what
 * prints well 10, 8 and 6 inches wide.
 */
const sides = [3000, 2400, 2000, 1600] as const;

/**
 * Chooses how long the long side of photographs may be, so that files can be sent by mail, and a browser can hold all
 * images of a text with ease.
 * @param photos
 *   Sizes of those that can be made smaller.
 * @param others
 *   Sizes of all other images.
 * @returns
 *   Pixels.
 */
export function photoSide(photos: readonly PixelSize[], others: readonly PixelSize[]): number {
  const fixed = pixelsOf(others, Number.POSITIVE_INFINITY);
  const [least] = sides.toReversed() as [number];
  return sides.find((side) => fixed + pixelsOf(photos, side) <= easily) ?? least;
}

function pixelsOf(sizes: readonly PixelSize[], side: number): number {
  return sizes.reduce((sum, { width, height }) => {
    const scale = Math.min(1, side / Math.max(width, height));
    return sum + width * height * scale ** 2;
  }, 0);
}
