import { type PDFDocument, PDFName, PDFRef } from "@cantoo/pdf-lib";
import { fontsOf } from "../pdf/font.ts";
import { pageContent } from "../pdf/stream.ts";
import { readOperations } from "../pdf/tokens.ts";
import { writeOperations } from "../pdf/write.ts";
import { deflated } from "./deflate.ts";
import { joinGlyphs } from "./join-glyphs.ts";

const contentsKey = PDFName.of("Contents");

/**
 * Writes the content of every page anew, as one stream with the text of a line in one piece.
 * @param document
 *   PDF, changed in place.
 */
export function setContent(document: PDFDocument): void {
  const { context } = document;
  const fonts = fontsOf(new Map());
  for (const page of document.getPages()) {
    const operations = readOperations(pageContent(page));
    const joined = joinGlyphs(operations, fonts(page.node.Resources()));
    const stream = deflated(context, writeOperations(joined));
    const old = page.node.get(contentsKey);
    if (old instanceof PDFRef) context.assign(old, stream);
    else page.node.set(contentsKey, context.register(stream));
  }
}
