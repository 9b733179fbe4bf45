import type { Outline } from "../types.ts";

/** How a mark lies on its sheet. */
export interface MarkLayout {
  /** Points for one font unit. */
  scale: number;
  /** Radians, anticlockwise from the horizontal. */
  angle: number;
  /** Of the line round it, points. */
  strokeWidth: number;
}

const strokeShare = 0.0013;
const diagonalShare = 0.76;
const sheetShare = 0.97;

/**
 * Lays a word from the bottom left to the top right of a sheet, as large as fits.
 * @param word
 *   Outlines and their box, in font units.
 * @param width
 *   Width of the sheet, points.
 * @param height
 *   Height of the sheet, points.
 * @returns
 *   Scale, angle and line.
 */
export function markLayout(word: Outline, width: number, height: number): MarkLayout {
  const diagonal = Math.hypot(width, height);
  const cos = width / diagonal;
  const sin = height / diagonal;
  const scale = Math.min(
    (diagonalShare * diagonal) / word.width,
    (sheetShare * width) / (word.width * cos + word.height * sin),
    (sheetShare * height) / (word.width * sin + word.height * cos),
  );
  return {
    scale,
    angle: Math.atan2(height, width),
    strokeWidth: strokeShare * diagonal,
  };
}
