import type { Size } from "./plan.ts";

/** Points that count as nothing: a hundredth of a millimetre is 0.028. */
export const tolerance = 0.02;

/**
 * A sheet with its long side across.
 * @param sheet
 *   Size.
 */
export function landscape({ width, height }: Size): Size {
  return { width: Math.max(width, height), height: Math.min(width, height) };
}

/**
 * A size as people say it.
 * @param size
 *   Points.
 * @returns
 *   Millimetres to a tenth: `139.7 × 215.9 mm`.
 */
export function inWords({ width, height }: Size): string {
  const millimetres = (length: number) => Math.round((length / 72) * 254) / 10;
  return `${millimetres(width)} × ${millimetres(height)} mm`;
}
