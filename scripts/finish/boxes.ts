import { type PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { points, thousandth } from "../pdf/length.ts";
import type { FinishOptions } from "./options.ts";

/**
 * Gives every page the exact size of its sheet. Chromium rounds pages to whole pixels and hangs their
 * content from the top edge, so the boxes keep the top left corner and move the other two edges.
 * @param document
 *   PDF, changed in place.
 * @param options
 *   Sheet in millimetres.
 */
export function setBoxes(document: PDFDocument, { sheet }: Pick<FinishOptions, "sheet">): void {
  const [width, height] = sheetSize(sheet);
  for (const page of document.getPages()) {
    const { x, y, height: printed } = page.getMediaBox();
    const bottom = thousandth(y + printed - height);
    page.setMediaBox(x, bottom, width, height);
    page.setCropBox(x, bottom, width, height);
    page.setTrimBox(x, bottom, width, height);
    page.node.delete(PDFName.of("BleedBox"));
    page.node.delete(PDFName.of("ArtBox"));
    page.node.delete(PDFName.of("Rotate"));
  }
}

/**
 * A sheet in PDF points, to a thousandth.
 * @param sheet
 *   Width and height in millimetres.
 * @returns
 *   Width and height in points, 72 to the inch of 25.4 mm.
 */
export function sheetSize(sheet: FinishOptions["sheet"]): [width: number, height: number] {
  return [thousandth(points(sheet.width)), thousandth(points(sheet.height))];
}
