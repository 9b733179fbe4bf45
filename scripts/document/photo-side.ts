/** An image's size in pixels. */
export interface PixelSize {
  width: number;
  height: number;
}

/** Most pixels of a text's images that are left as they are: the browser holds them at once, four bytes each. */
const easily = 100_000_000;
/** Long sides that photographs may have, pixels, the largest first: a telephone's, and what prints well 13, 10, 8 and 6 inches wide. */
const sides = [4200, 3000, 2400, 2000, 1600] as const;
/** What is written anew anyway has no more: more than 200 pixels an inch on the widest sheet, A2. */
const anew = 3000;

/** How long the long side of photographs may be, pixels. */
export interface PhotoSides {
  /** Of those that need nothing else. */
  kept: number;
  /** Of those that are written anew, since they are longer or stand on their side. */
  anew: number;
}

/**
 * Chooses how large photographs may be, so that a browser can hold all images of a text with ease.
 * @param photos
 *   Sizes of those that can be made smaller.
 * @param others
 *   Sizes of all other images.
 */
export function photoSides(photos: readonly PixelSize[], others: readonly PixelSize[]): PhotoSides {
  const fixed = pixelsOf(others, Number.POSITIVE_INFINITY);
  const kept =
    sides.find((side) => fixed + pixelsOf(photos, side) <= easily) ?? (sides.at(-1) as number);
  return { kept, anew: Math.min(kept, anew) };
}

function pixelsOf(sizes: readonly PixelSize[], side: number): number {
  return sizes.reduce((sum, { width, height }) => {
    const scale = Math.min(1, side / Math.max(width, height));
    return sum + width * height * scale ** 2;
  }, 0);
}
