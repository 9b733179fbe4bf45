import { type PDFContext, PDFDict, type PDFDocument, PDFName, type PDFPage } from "@cantoo/pdf-lib";
import { points } from "../pdf/length.ts";
import type { Rectangle } from "../pdf/matrix.ts";
import { pageContent } from "../pdf/stream.ts";
import { deflate } from "./deflate.ts";
import { colourBar, cropMarks, registrationMarks } from "./mark-drawings.ts";
import type { PrintOptions } from "./options.ts";
import { grown, trimOf } from "./print-boxes.ts";
import { slugText } from "./slug-text.ts";

const encoder = new TextEncoder();

/**
 * Draws, beyond the bleed, what a print shop cuts, lines up and measures by: crop and registration marks, a bar
 * of the inks, and a line that says what the sheet is.
 * @param document
 *   PDF, changed in place; its boxes are set.
 * @param options
 *   Bleed and slug in millimetres, the lines of words.
 */
export function drawPressMarks(document: PDFDocument, options: PrintOptions): void {
  const { context } = document;
  const pages = document.getPages();
  const [first] = pages;
  if (first === undefined) return;
  // All pages of an edition are of one size, so one drawing serves them.
  const shared = context.register(drawing(context, first, options));
  for (const [index, page] of pages.entries()) {
    const { trim, room } = placesOf(page, options);
    const line = options.lines.pages[index];
    const own = line ? slugText(line, trim, room, "page") : "";
    xObjectsOf(page).set(PDFName.of("PressMarks"), shared);
    // The page's own content may end with its graphics state changed.
    const whole = `q\n${Buffer.from(pageContent(page)).toString("latin1")}\nQ\nq /PressMarks Do Q\n${own}`;
    const content = deflate(context, Buffer.from(whole, "latin1"));
    page.node.set(PDFName.of("Contents"), context.register(content));
  }
}

// Not by the library's own way, which gives the page a list of annotations.
function xObjectsOf({ node, doc: { context } }: PDFPage): PDFDict {
  const key = PDFName.of("XObject");
  const resources = node.Resources() ?? PDFDict.withContext(context);
  const objects = resources.lookupMaybe(key, PDFDict) ?? PDFDict.withContext(context);
  resources.set(key, objects);
  node.set(PDFName.of("Resources"), resources);
  return objects;
}

function placesOf(page: PDFPage, { bleed, slug }: PrintOptions) {
  return { trim: trimOf(page), room: { inner: points(bleed), outer: points(slug) } };
}

function drawing(context: PDFContext, page: PDFPage, options: PrintOptions) {
  const { trim, room } = placesOf(page, options);
  const { file, sheet } = options.lines;
  const content = [
    cropMarks(trim, room),
    registrationMarks(trim, room),
    colourBar(trim, room),
    slugText(file, trim, room, "file"),
    slugText(sheet, trim, room, "sheet"),
  ].join("");
  const dict = context.obj({
    Type: "XObject",
    Subtype: "Form",
    BBox: corners(grown(trim, room.outer)),
    Resources: { ColorSpace: { Registration: registration(context) } },
  });
  return deflate(context, encoder.encode(content), dict as PDFDict);
}

/** The colour that every plate shows (ISO 32000-1, 8.6.6.4). */
function registration(context: PDFContext) {
  const all = context.obj({
    FunctionType: 2,
    Domain: [0, 1],
    C0: [0, 0, 0, 0],
    C1: [1, 1, 1, 1],
    N: 1,
  });
  return context.obj(["Separation", "All", "DeviceCMYK", all]);
}

function corners({ left, bottom, right, top }: Rectangle): number[] {
  return [left, bottom, right, top];
}
