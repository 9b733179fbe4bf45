import { PDFDict, PDFName, type PDFPage, PDFRef } from "@cantoo/pdf-lib";
import { ByteWriter } from "../../pdf/byte-writer.ts";
import type { PageFont } from "../../pdf/font.ts";
import type { Logical, LogicalText } from "../../types.ts";
import { deflated } from "../deflate.ts";
import { type FontCodes, openCodes } from "./codes.ts";
import { type PageContent, writeContent } from "./content.ts";
import type { MarkedContent, Owner } from "./content-marker.ts";
import { isDrawnIn, rectangleOf } from "./places.ts";
import type { ReadPage, ReadPages } from "./read-pages.ts";
import type { Reading } from "./reading.ts";
import type { ShownCodes } from "./shown-codes.ts";
import type { Content } from "./structure-element.ts";

/** Of a page, by resource name: its fonts, and what they say of their codes. */
interface PageFonts {
  fonts(page: PDFPage): (name: string) => PageFont | undefined;
  codes(page: PDFPage): (name: string) => ShownCodes;
}

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
  { fonts, codes: shownCodes }: PageFonts,
): Map<Owner, Content[]> {
  const codes = new Map<PageFont, FontCodes>();
  const boxes = pages.map(({ page }) => page);
  const out = new ByteWriter();
  const marked = pages.map((page, index) => writePage(page, index));
  for (const one of codes.values()) one.write();
  return contentsOf(marked, shown);

  function writePage({ page, ...content }: ReadPage, index: number): MarkedContent {
    const pictures = (reading.pictures.get(index) ?? []).map(({ element, spot }) => ({
      element,
      rectangle: rectangleOf(spot, boxes),
    }));
    const shown: PageContent = {
      ...content,
      drawnBy: ({ box, ink }) =>
        pictures.find(({ rectangle }) => isDrawnIn(box, rectangle))?.element ?? markOf(ink, index),
      codesOf: (name) => codesOf(page, name),
      spare: () => spareOf(page),
      inkOf: (dye) => {
        const key = reading.keys.get(dye);
        return key === undefined ? undefined : inks[key]?.ink;
      },
      isBefore: (one, other) =>
        one.text === other.text
          ? one.place < other.place
          : (reading.order.get(one.text) ?? 0) < (reading.order.get(other.text) ?? 0),
    };
    const marked = writeContent(shown, out);
    const { context } = page.doc;
    const old = page.node.get(PDFName.of("Contents"));
    // In the place of the old one, of which nothing must stay behind.
    const reference = old instanceof PDFRef ? old : context.nextRef();
    context.assign(reference, deflated(context, marked.text));
    page.node.set(PDFName.of("Contents"), reference);
    return marked;
  }

  /** The mark of an item, a disc say: it has a dye of its own. */
  function markOf(dye: number, page: number): LogicalText | undefined {
    const texts = reading.texts.get(reading.keys.get(dye) ?? -1);
    return texts?.find((text) => text.text === undefined && text.page === page);
  }

  function spareOf(page: PDFPage) {
    for (const key of page.node.Resources()?.lookupMaybe(PDFName.of("Font"), PDFDict)?.keys() ??
      []) {
      const font = key.decodeText();
      const own = codesOf(page, font);
      if (own.spaceFor(" ")) return { font, codes: own };
    }
    return undefined;
  }

  function codesOf(page: PDFPage, name: string): FontCodes {
    const font = fonts(page)(name) as PageFont;
    const known = codes.get(font);
    if (known) return known;
    const dictionaries = page.node.Resources()?.lookup(PDFName.of("Font"), PDFDict);
    const opened = openCodes(dictionaries?.lookup(PDFName.of(name), PDFDict) as PDFDict, {
      font,
      shown: shownCodes(page)(name),
    });
    codes.set(font, opened);
    return opened;
  }
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
