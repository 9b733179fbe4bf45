import { PDFDict, type PDFDocument, PDFName, PDFRawStream, PDFRef } from "@cantoo/pdf-lib";
import { deflated } from "../pdf/deflated.ts";
import { decodeStream } from "../pdf/stream.ts";

// Destinations that PDF/A-2 (ISO 19005-2, 6.2.11.7.2) and PDF/UA-1 (ISO 14289-1, 7.21.7) forbid.
const nothing = /^(<[0-9A-F]+>) <(?:0000|FEFF|FFFE)>$/gm;

/**
 * Lets glyphs that stand for no character of their own, such as parts of a ligature, stand for none: Chromium maps
 * them to U+0000. Text has codes that say more; what is left is shown by artifacts, running heads and the like.
 * @param document
 *   PDF, changed in place.
 */
export function setUnicodeMaps(document: PDFDocument): void {
  const { context } = document;
  const done = new Set<PDFRef>();
  for (const [, font] of context.enumerateIndirectObjects()) {
    const reference = font instanceof PDFDict ? font.get(PDFName.of("ToUnicode")) : undefined;
    if (!(reference instanceof PDFRef) || done.has(reference)) continue;
    done.add(reference);
    const stream = context.lookup(reference);
    if (!(stream instanceof PDFRawStream)) continue;
    const map = Buffer.from(decodeStream(stream)).toString("latin1");
    const mended = map.replaceAll(nothing, "$1 <>");
    if (mended !== map) context.assign(reference, deflated(context, Buffer.from(mended, "latin1")));
  }
}
