import { PDFDict, type PDFDocument, PDFName, type PDFPage, PDFStream } from "@cantoo/pdf-lib";
import { readPage } from "../pdf/read-page.ts";
import { decodeStream } from "../pdf/stream.ts";
import { readOperations } from "../pdf/tokens.ts";
import type { Fault } from "../types.ts";
import type { Expectation } from "./options.ts";
import { largestPaint } from "./paint.ts";
import { markContent, markName } from "./status-mark.ts";

// One rectangle over more of the page than this leaves too little of the mark to see. Share of the page.
const most = 0.6;
const imageType = PDFName.of("Image");
const beginning = Buffer.from(markContent);

/**
 * Checks that every page of a marked text carries the mark, as outlines and in sight, and no page of
 * any other does.
 * @param document
 *   Finished PDF.
 * @param expected
 *   The mark, when the status is marked.
 * @returns
 *   Faults `pdf-mark`, one a page.
 */
export function checkMark(document: PDFDocument, { mark }: Expectation): Fault[] {
  // All pages share one form.
  const drawings = new Map<PDFStream, boolean>();
  const isDrawing = (form: PDFStream) => {
    const known = drawings.get(form) ?? isOutlines(form);
    drawings.set(form, known);
    return known;
  };
  return document.getPages().flatMap((page, index) => {
    const problem = mark === undefined ? uncalledFor(page) : missing(page, isDrawing);
    return problem === undefined
      ? []
      : [{ rule: "pdf-mark", reason: `page ${index + 1} ${problem}` }];
  });
}

function uncalledFor(page: PDFPage): string | undefined {
  const marked =
    xObjects(page)?.has(PDFName.of(markName)) ||
    Buffer.from(readPage(page).content).includes("/Watermark");
  return marked ? "carries a mark that its status doesn't call for" : undefined;
}

function missing(page: PDFPage, isDrawing: (form: PDFStream) => boolean): string | undefined {
  const content = readPage(page).content;
  const form = xObjects(page)?.lookup(PDFName.of(markName));
  const begins = beginning.equals(content.subarray(0, beginning.length));
  if (!begins || !(form instanceof PDFStream)) {
    return "doesn't carry the mark of its status";
  }
  if (!isDrawing(form)) return "has a mark that isn't a drawing";
  const { x, y, width, height } = page.getMediaBox();
  const box = { left: x, bottom: y, right: x + width, top: y + height };
  return largestPaint(readPage(page).operations, box, images(page)) > most
    ? "covers the mark of its status with a picture or a background"
    : undefined;
}

function isOutlines(form: PDFStream): boolean {
  const drawing = readOperations(decodeStream(form));
  return drawing.length > 0 && !drawing.some(({ operator }) => operator === "BT");
}

function xObjects(page: PDFPage): PDFDict | undefined {
  return page.node.Resources()?.lookupMaybe(PDFName.of("XObject"), PDFDict);
}

function images(page: PDFPage): Set<string> {
  const names = new Set<string>();
  for (const [name, value] of xObjects(page)?.entries() ?? []) {
    const object = page.doc.context.lookup(value);
    const image =
      object instanceof PDFStream && object.dict.lookup(PDFName.of("Subtype")) === imageType;
    if (image) names.add(name.decodeText());
  }
  return names;
}
