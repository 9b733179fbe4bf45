/** What its weight in a PDF hangs on. */
interface Weighed {
  /** MIME type. */
  type: string;
  width: number;
  height: number;
  /** Of a JPEG: how many colours it has. */
  components?: number;
  bytes: Uint8Array;
}

/** How many times as many bytes a PDF takes for a photograph as its file, at most: it knows no picture but JPEG as it is. */
const growth: Readonly<Record<string, number>> = {
  "image/gif": 2,
  "image/jpeg": 4,
  "image/png": 2,
  "image/webp": 16,
};
/** The same of a PNG in a palette of its own, whose pixels are a byte each at most and three in a PDF. */
const growthOfPalette = 1.3;
/** PNG (third edition), 11.2.1: the byte that says what a pixel is made of, and what it says of a palette. */
const colourType = 25;
const palette = 3;
/** Bytes of a pixel, unpacked. */
const perPixel = 3;

/**
 * Estimates how much larger an image makes a PDF where it is put in as it is, from photographs of each kind that were
 * printed: within a fifth of what they took, drawings in a palette aside, which are small.
 * @param image
 *   An image.
 * @returns
 *   Bytes; 0 of what is put in small by itself, JPEGs in red, green and blue or in greys, and drawings.
 */
export function printedBytes({ type, width, height, components, bytes }: Weighed): number {
  if (type === "image/jpeg" && components !== 4) return 0;
  const hasPalette = type === "image/png" && bytes[colourType] === palette;
  const grown = hasPalette ? growthOfPalette : (growth[type] ?? 0);
  return Math.min(perPixel * width * height, grown * bytes.length);
}
