import {
  drawSvgPath,
  grayscale,
  PDFArray,
  type PDFContext,
  type PDFDocument,
  PDFName,
  type PDFPage,
  PDFRef,
} from "@cantoo/pdf-lib";
import type { Outline } from "../types.ts";
import { markLayout } from "./mark-layout.ts";
import type { FinishOptions } from "./options.ts";

/** Resource name of the mark on every page that carries it. */
export const markName = "StatusMark";

/** Content stream that draws it, put before a page's own; outside the reading order, without text. */
export const markContent = `/Artifact <</Type /Pagination /Subtype /Watermark>> BDC\nq /${markName} Do Q\nEMC\n`;

/**
 * Puts the word for the status behind the text of every page, as outlines. A text without a marked
 * status is left alone.
 * @param document
 *   PDF, changed in place; its boxes are set.
 * @param options
 *   The outlined word.
 */
export function drawStatusMark(document: PDFDocument, { mark }: FinishOptions): void {
  const pages = document.getPages();
  const [first] = pages;
  if (mark === undefined || first === undefined) return;
  const { context } = document;
  const form = context.register(drawForm(context, first, mark));
  const content = context.register(context.stream(markContent));
  for (const page of pages) {
    page.node.setXObject(PDFName.of(markName), form);
    page.node.set(PDFName.of("Contents"), context.obj([content, ...ownContents(page)]));
  }
}

function drawForm(context: PDFContext, page: PDFPage, mark: Outline) {
  const { x, y, width, height } = page.getMediaBox();
  const layout = markLayout(mark, width, height);
  const placed = {
    x: -(mark.x + mark.width / 2),
    y: mark.y + mark.height / 2,
    matrix: matrix(layout.scale, layout.angle, x + width / 2, y + height / 2),
    scale: undefined,
  };
  // Letters of many scripts are made of parts that overlap: the fill covers the lines inside, and half of
  // the width of those round them.
  const line = { borderColor: grayscale(layout.stroke), color: undefined };
  const fill = { borderColor: undefined, color: grayscale(layout.fill) };
  const borderWidth = (2 * layout.strokeWidth) / layout.scale;
  const operators = [line, fill].flatMap((inks) =>
    drawSvgPath(mark.path, { ...placed, ...inks, borderWidth }),
  );
  return context.formXObject(operators, { BBox: context.obj([x, y, x + width, y + height]) });
}

function matrix(
  scale: number,
  angle: number,
  x: number,
  y: number,
): [number, number, number, number, number, number] {
  const cos = rounded(scale * Math.cos(angle));
  const sin = rounded(scale * Math.sin(angle));
  return [cos, sin, -sin, cos, rounded(x), rounded(y)];
}

// A hundred-thousandth of a point: what sine and cosine say beyond that may differ between machines.
function rounded(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}

function ownContents(page: PDFPage): PDFRef[] {
  const entry = page.node.get(PDFName.of("Contents"));
  if (entry instanceof PDFRef) {
    const value = page.doc.context.lookup(entry);
    return value instanceof PDFArray ? (value.asArray() as PDFRef[]) : [entry];
  }
  return entry instanceof PDFArray ? (entry.asArray() as PDFRef[]) : [];
}
