import type { PDFPage } from "@cantoo/pdf-lib";
import type { Rectangle } from "../pdf/matrix.ts";

/**
 * The box of a page, points.
 * @param page
 *   Page of a document whose boxes are set.
 */
export function pageBox(page: PDFPage): Rectangle {
  const { x, y, width, height } = page.getMediaBox();
  return { left: x, bottom: y, right: x + width, top: y + height };
}
