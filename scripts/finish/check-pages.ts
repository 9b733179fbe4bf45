import type { PDFDocument } from "@cantoo/pdf-lib";
import type { Fault } from "../types.ts";
import { sheetSize } from "./boxes.ts";
import type { Expectation } from "./options.ts";

// Points. A print shop's software compares to about that.
const tolerance = 0.1;

/**
 * Checks how many pages there are and the size of each.
 * @param document
 *   Finished PDF.
 * @param expected
 *   Number of pages, sheet in millimetres.
 * @returns
 *   Faults `pdf-pages`, `pdf-size`.
 */
export function checkPages(document: PDFDocument, { pages, sheet }: Expectation): Fault[] {
  const faults: Fault[] = [];
  const all = document.getPages();
  if (all.length !== pages) {
    const reason = `the file has ${all.length} pages, but ${pages} were laid out`;
    faults.push({ rule: "pdf-pages", reason });
  }
  const [width, height] = sheetSize(sheet);
  for (const [index, page] of all.entries()) {
    const boxes = [page.getMediaBox(), page.getCropBox(), page.getTrimBox()];
    const right = boxes.every(
      (box) =>
        Math.abs(box.width - width) <= tolerance && Math.abs(box.height - height) <= tolerance,
    );
    if (right && page.getRotation().angle === 0) continue;
    const [{ width: isWide, height: isHigh } = { width: 0, height: 0 }] = boxes;
    const reason = `page ${index + 1} is ${isWide} × ${isHigh} pt, its sheet ${width} × ${height} pt`;
    faults.push({ rule: "pdf-size", reason });
  }
  return faults;
}
