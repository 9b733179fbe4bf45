import { type PDFDocument, PDFName, type PDFPage } from "@cantoo/pdf-lib";
import { points } from "../pdf/length.ts";
import type { Rectangle } from "../pdf/matrix.ts";
import type { PrintOptions } from "./options.ts";

/**
 * Sets the boxes that a press goes by: the page as it will be cut, colour beyond that, room for marks beyond that.
 * What is on the page stays where it is.
 * @param document
 *   PDF, changed in place; each page's trim box is its sheet.
 * @param options
 *   Bleed and slug in millimetres.
 */
export function setPrintBoxes(document: PDFDocument, { bleed, slug }: PrintOptions): void {
  for (const page of document.getPages()) {
    const trim = trimOf(page);
    set(page, "TrimBox", trim);
    set(page, "BleedBox", grown(trim, points(bleed)));
    set(page, "MediaBox", grown(trim, points(slug)));
    for (const key of ["CropBox", "ArtBox", "Rotate", "UserUnit"])
      page.node.delete(PDFName.of(key));
  }
}

/**
 * Where a page will be cut, points.
 * @param page
 *   Page.
 */
export function trimOf(page: PDFPage): Rectangle {
  const { x, y, width, height } = page.getTrimBox();
  return { left: x, bottom: y, right: x + width, top: y + height };
}

/**
 * A rectangle with a margin round it.
 * @param rectangle
 *   Without.
 * @param margin
 *   Width of the margin.
 */
export function grown({ left, bottom, right, top }: Rectangle, margin: number): Rectangle {
  return {
    left: left - margin,
    bottom: bottom - margin,
    right: right + margin,
    top: top + margin,
  };
}

function set(page: PDFPage, key: string, { left, bottom, right, top }: Rectangle): void {
  // A thousandth of a point is less than half a thousandth of a millimetre.
  const corners = [left, bottom, right, top].map((side) => Math.round(side * 1000) / 1000);
  page.node.set(PDFName.of(key), page.doc.context.obj(corners));
}
