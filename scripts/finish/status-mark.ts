import { PDFArray, type PDFDocument, PDFName, type PDFPage, PDFRef } from "@cantoo/pdf-lib";
import { acrossName, markAcross, markBehind, markName } from "./mark-content.ts";
import { markForm } from "./mark-form.ts";
import { paperInks, pictureInks } from "./mark-inks.ts";
import type { FinishOptions } from "./options.ts";
import { pageBox } from "./page-box.ts";
import { pictureBoxes } from "./picture-boxes.ts";

/**
 * Puts the word for the status behind the text of every page and across its pictures, as outlines. A text without
 * a marked status is left alone.
 * @param document
 *   PDF, changed in place; its boxes are set.
 * @param options
 *   The outlined word, and where pictures stand.
 */
export function drawStatusMark(document: PDFDocument, { mark, logical }: FinishOptions): void {
  const pages = document.getPages();
  const [first] = pages;
  if (mark === undefined || first === undefined) return;
  const { context } = document;
  const behind = markForm(first, mark, paperInks);
  const streams = new Map<string, PDFRef>();
  const stream = (content: string) => {
    const reference = streams.get(content) ?? context.register(context.stream(content));
    streams.set(content, reference);
    return reference;
  };
  const boxes = pictureBoxes(pages, logical);
  pages.forEach((page, index) => {
    const pictures = boxes[index] ?? [];
    const before = stream(markBehind(pageBox(page), pictures));
    const after = pictures.length > 0 ? [stream(markAcross(pictures))] : [];
    page.node.setXObject(PDFName.of(markName), behind);
    const contents = [before, ...ownContents(page), ...after];
    page.node.set(PDFName.of("Contents"), context.obj(contents));
  });
  const pictured = pages.filter((_, index) => boxes[index]?.length);
  if (pictured.length === 0) return;
  const form = markForm(first, mark, pictureInks);
  const state = context.register(context.obj({ ca: pictureInks.opacity }));
  for (const { node } of pictured) {
    node.setXObject(PDFName.of(acrossName), form);
    node.setExtGState(PDFName.of(acrossName), state);
  }
}

function ownContents(page: PDFPage): PDFRef[] {
  const entry = page.node.get(PDFName.of("Contents"));
  if (entry instanceof PDFRef) {
    const value = page.doc.context.lookup(entry);
    return value instanceof PDFArray ? (value.asArray() as PDFRef[]) : [entry];
  }
  return entry instanceof PDFArray ? (entry.asArray() as PDFRef[]) : [];
}
