import { PDFName, type PDFPage, PDFRef } from "@cantoo/pdf-lib";
import { ByteWriter } from "../../pdf/byte-writer.ts";
import { deflated } from "../../pdf/deflated.ts";
import type { Logical, LogicalText } from "../../types.ts";
import { isDrawnIn, rectangleOf } from "./places.ts";
import type { ReadPages } from "./read-pages.ts";
import type { Reading } from "./reading.ts";
import type { Paint } from "./runs/items.ts";
import { type PageContent, writeContent } from "./show/content.ts";
import type { MarkedContent, Owner } from "./show/content-marker.ts";
import { PageCodes, type PageFonts } from "./show/page-codes.ts";
import type { Content } from "./structure/structure-element.ts";

/**
 * Writes the content of all pages anew, and the fonts they need for it.
 * @param read
 *   The pages; changed in place.
 * @param reading
 *   What they say.
 * @param inks
 *   True colours by key.
 * @param fonts
 *   What pages show text with.
 * @returns
 *   Where each piece of text and each picture is, in reading order.
 */
export function writePages(
  { pages, shown }: ReadPages,
  reading: Reading,
  inks: Logical["inks"],
  fonts: PageFonts,
): Map<Owner, Content[]> {
  const codes = new PageCodes(fonts);
  const boxes = pages.map(({ page }) => page);
  const out = new ByteWriter();
  const marked = pages.map(({ page, ...content }, index) => {
    const written = writeContent(
      {
        ...content,
        ...meaningOf(reading, inks),
        drawnBy: pictureAt(reading, index, boxes),
        codesOf: (name) => codes.of(page, name),
        spare: () => codes.spareOf(page),
      },
      out,
    );
    replaceContent(page, written.text);
    return written;
  });
  codes.write();
  return contentsOf(marked, shown);
}

/** What dyes and runs stand for in a document. */
function meaningOf(
  { keys, margins, order }: Reading,
  inks: Logical["inks"],
): Pick<PageContent, "inkOf" | "isBefore" | "isDyed"> {
  return {
    isDyed: (ink) => {
      const key = keys.get(ink);
      return key !== undefined && !margins.has(key);
    },
    inkOf: (dye) => {
      const key = keys.get(dye);
      return key === undefined ? undefined : inks[key]?.ink;
    },
    isBefore: (one, other) =>
      one.text === other.text
        ? one.place < other.place
        : (order.get(one.text) ?? 0) < (order.get(other.text) ?? 0),
  };
}

/** Finds the picture of a page that a drawing is part of, or the mark of an item that it is. */
function pictureAt(
  reading: Reading,
  index: number,
  boxes: readonly PDFPage[],
): (paint: Paint) => Owner | undefined {
  const pictures = (reading.pictures.get(index) ?? []).map(({ element, spot }) => ({
    element,
    rectangle: rectangleOf(spot, boxes),
  }));
  return ({ box, ink }) =>
    pictures.find(({ rectangle }) => isDrawnIn(box, rectangle))?.element ??
    markOf(reading, ink, index);
}

/** The mark of an item, a disc say: it has a dye of its own. */
function markOf({ keys, texts }: Reading, dye: number, page: number): LogicalText | undefined {
  const marks = texts.get(keys.get(dye) ?? -1);
  return marks?.find((text) => text.text === undefined && text.page === page);
}

/** Puts new content in the place of the old, of which nothing must stay behind. */
function replaceContent({ doc, node }: PDFPage, text: Uint8Array): void {
  const { context } = doc;
  const old = node.get(PDFName.of("Contents"));
  const reference = old instanceof PDFRef ? old : context.nextRef();
  context.assign(reference, deflated(context, text));
  node.set(PDFName.of("Contents"), reference);
}

function contentsOf(
  marked: readonly MarkedContent[],
  shown: ReadPages["shown"],
): Map<Owner, Content[]> {
  const contents = new Map<Owner, Content[]>();
  for (const [text, runs] of shown) {
    const identifiers = runs.map((run) => marked[text.page]?.identifiers.get(run) as number);
    const list = [...new Set(identifiers)].map((identifier) => ({ page: text.page, identifier }));
    contents.set(text, list);
  }
  marked.forEach(({ owners }, page) => {
    owners.forEach((owner, identifier) => {
      if (!("tag" in owner) && shown.has(owner)) return;
      contents.set(owner, [...(contents.get(owner) ?? []), { page, identifier }]);
    });
  });
  return contents;
}
