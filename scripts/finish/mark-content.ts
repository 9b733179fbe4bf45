import { thousandth } from "../pdf/length.ts";
import type { Rectangle } from "../pdf/matrix.ts";

/** Resource name of the mark behind the text, on every page that carries it. */
export const markName = "StatusMark";

/** Resource name of the mark across pictures, and of the graphics state it is drawn in. */
export const acrossName = "StatusMarkAcross";

// Outside the reading order, without text.
const artifact = "/Artifact <</Type /Pagination /Subtype /Watermark>> BDC";

/**
 * Writes the content that draws the mark behind a page's own, but where pictures stand: there it lies across them, and
 * one with transparent parts would show it twice.
 * @param page
 *   Box of the page, points.
 * @param pictures
 *   Boxes of its pictures, points.
 */
export function markBehind(page: Rectangle, pictures: readonly Rectangle[]): string {
  const around = pictures.map((picture) => `${re(page)} ${re(picture)} W* n `);
  return `${artifact}\nq ${around.join("")}/${markName} Do Q\nEMC\n`;
}

/**
 * Writes the content that draws the mark across a page's pictures, after the page's own.
 * @param pictures
 *   Their boxes, points.
 */
export function markAcross(pictures: readonly Rectangle[]): string {
  if (pictures.length === 0) return "";
  const drawn = pictures.map((box) => `q ${re(box)} W n /${acrossName} gs /${acrossName} Do Q\n`);
  return `${artifact}\n${drawn.join("")}EMC\n`;
}

function re({ left, bottom, right, top }: Rectangle): string {
  return `${[left, bottom, right - left, top - bottom].map(thousandth).join(" ")} re`;
}
