import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFPage,
  PDFRawStream,
  type PDFRef,
  PDFStream,
} from "@cantoo/pdf-lib";
import type { Fault } from "../types.ts";
import type { Expectation } from "./options.ts";
import { largestPaint } from "./paint.ts";
import { markContent, markName } from "./status-mark.ts";

// One rectangle over more of the page than this leaves too little of the mark to see. Share of the page.
const most = 0.6;
const imageType = PDFName.of("Image");
const text = /\b(?:BT|Tj|TJ)\b/;

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
  return document.getPages().flatMap((page, index) => {
    const problem = mark === undefined ? uncalledFor(page) : missing(page);
    return problem === undefined
      ? []
      : [{ rule: "pdf-mark", reason: `page ${index + 1} ${problem}` }];
  });
}

function uncalledFor(page: PDFPage): string | undefined {
  const marked = xObjects(page)?.has(PDFName.of(markName)) || contents(page).includes("/Watermark");
  return marked ? "carries a mark that its status doesn't call for" : undefined;
}

function missing(page: PDFPage): string | undefined {
  const content = contents(page);
  const form = xObjects(page)?.lookup(PDFName.of(markName));
  if (!content.startsWith(markContent) || !(form instanceof PDFRawStream)) {
    return "doesn't carry the mark of its status";
  }
  const drawing = decoded(form);
  if (drawing.length === 0 || text.test(drawing)) return "has a mark that isn't a drawing";
  const { x, y, width, height } = page.getMediaBox();
  const box = { left: x, bottom: y, right: x + width, top: y + height };
  return largestPaint(content, box, images(page)) > most
    ? "covers the mark of its status with a picture or a background"
    : undefined;
}

function contents(page: PDFPage): string {
  const entry = page.node.Contents();
  const { context } = page.doc;
  const streams = entry instanceof PDFArray ? entry.asArray() : entry ? [entry] : [];
  return streams.map((one) => decoded(context.lookup(one as PDFRef))).join("\n");
}

function decoded(stream: unknown): string {
  if (stream instanceof PDFRawStream) {
    return Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1");
  }
  return stream instanceof PDFStream ? Buffer.from(stream.getContents()).toString("latin1") : "";
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
