import type { PDFPage } from "@cantoo/pdf-lib";
import { isWithin, type Rectangle } from "../../pdf/matrix.ts";
import type { Spot } from "../../types.ts";

/** A place in a file: page, 0-based, and x and y in points, y upwards. */
export interface Place {
  page: number;
  x: number;
  y: number;
}

const pointsPerPixel = 72 / 96;
// Points. Anti-aliasing and rounding move the edge of a picture.
const hair = 1.5;

/**
 * Where the top left corner of a spot is in the file.
 * @param spot
 *   In CSS px from the top left corner of its page.
 * @param pages
 *   All pages; their boxes are set.
 */
export function placeOf({ page, x, y }: Spot, pages: readonly PDFPage[]): Place {
  const box = (pages[page] as PDFPage).getMediaBox();
  return { page, x: box.x + x * pointsPerPixel, y: box.y + box.height - y * pointsPerPixel };
}

/**
 * The rectangle of a spot in the file, points.
 * @param spot
 *   In CSS px from the top left corner of its page.
 * @param pages
 *   All pages; their boxes are set.
 */
export function rectangleOf(spot: Spot, pages: readonly PDFPage[]): Rectangle {
  const { x, y } = placeOf(spot, pages);
  return {
    left: x,
    bottom: y - spot.height * pointsPerPixel,
    right: x + spot.width * pointsPerPixel,
    top: y,
  };
}

/**
 * Whether something lies within a rectangle, as far as edges are drawn exactly.
 * @param drawn
 *   What was drawn, points.
 * @param place
 *   Where it should be, points.
 */
export function isDrawnIn(drawn: Rectangle, place: Rectangle): boolean {
  return isWithin(drawn, place, hair);
}
