/** What its weight in a PDF hangs on. */
interface Weighed {
  /** MIME type. */
  type: string;
  width: number;
  height: number;
  /** Of a JPEG: how many colours it has. */
  components?: number;
  bytes: { length: number };
}

/** How many times as many bytes a PDF takes for a photograph as its file, at most: it knows no picture but JPEG as it is. */
const growth: Readonly<Record<string, number>> = {
  "image/gif": 2,
  "image/jpeg": 4,
  "image/png": 2,
  "image/webp": 16,
};
/** Bytes of a pixel, unpacked. */
const perPixel = 3;

/**
 * Estimates how much larger an image makes a PDF where it is put in as it is, from photographs of each kind that were
 * printed: within a fifth of what those in full colours took, more of those in few.
 * @param image
 *   An image.
 * @returns
 *   Bytes; 0 of what is put in small by itself, JPEGs in red, green and blue or in greys, and drawings.
 */
export function printedBytes({ type, width, height, components, bytes }: Weighed): number {
  if (type === "image/jpeg" && components !== 4) return 0;
  return Math.min(perPixel * width * height, (growth[type] ?? 0) * bytes.length);
}
