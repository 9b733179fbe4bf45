import type { PDFDocument, PDFPage } from "@cantoo/pdf-lib";
import { fontsOf } from "../../pdf/font.ts";
import type { FinishOptions, Heading } from "../options.ts";
import { setLinks } from "./links.ts";
import type { Matched } from "./match/match.ts";
import { type Place, placeOf, rectangleOf } from "./places.ts";
import { readPages } from "./read-pages.ts";
import { readDocumentOrder } from "./reading.ts";
import { openAllCodes } from "./runs/shown-codes.ts";
import { makeStructure } from "./structure/structure.ts";
import { writeStructure } from "./structure/write-structure.ts";
import { writePages } from "./write-pages.ts";

/** What the tags know that later steps need. */
export interface Tagged {
  /** In reading order. */
  headings: Heading[];
  /** Where each id stands. */
  destinations: Map<string, Place>;
}

/**
 * Tags a document: its logical tree becomes its structure, every glyph of the text belongs to an element of
 * it and says what it stands for, everything else is an artifact.
 * @param document
 *   PDF as Chromium prints it, untagged, its text dyed; changed in place. Its boxes are set.
 * @param told
 *   What it says, in which language, and the word over its notes.
 */
export function setTags(
  document: PDFDocument,
  { logical, language, notes }: Pick<FinishOptions, "logical" | "language" | "notes">,
): Tagged {
  const { root, foot, inks } = logical;
  const pages = document.getPages();
  const named = fontsOf(new Map());
  const byPage = new Map(pages.map((page) => [page, named(page.node.Resources())]));
  const fonts = (page: PDFPage) => byPage.get(page) as ReturnType<typeof named>;
  const reading = readDocumentOrder(logical);
  const codes = openAllCodes(fonts);
  const read = readPages(pages, reading, codes);
  const lost = new Set(read.lost);
  const contents = writePages(read, reading, inks, { fonts, codes });
  const links = setLinks(document, reading, notes);
  const top = makeStructure({
    ...{ root, foot, language, contents, parts: new Set(links.keys()) },
    isDrawn: (mark) => !read.shown.has(mark),
    isSpaced: (text) => read.shown.get(text)?.at(-1)?.space === true,
    isTurned: (text) =>
      lost.has(text) || (read.shown.get(text) ?? []).some(({ run }) => run.reversed),
    riseOf: (text, beside) => riseOf(read.shown.get(text)?.[0], read.shown.get(beside)?.at(-1)),
    boxOf: ({ spots: [spot] = [] }) => spot && corners(rectangleOf(spot, pages)),
  });
  const references = new Map(
    [...writeStructure(document, top, links)].map(([{ source }, reference]) => [source, reference]),
  );
  return {
    headings: reading.headings.map(({ element, level, title, spot }) => {
      const reference = references.get(element);
      return { level, title, ...placeOf(spot, pages), ...(reference && { element: reference }) };
    }),
    destinations: new Map([...reading.targets].map(([id, spot]) => [id, placeOf(spot, pages)])),
  };
}

// Of a type size: what stands further off is on another line.
const highest = 0.7;

/** By how much one run stands over the line of another, in points; nothing where they share no line. */
function riseOf(one: Matched | undefined, other: Matched | undefined): number | undefined {
  if (!one || !other || one.text.page !== other.text.page) return undefined;
  const rise = one.run.baseline - other.run.baseline;
  const near = Math.abs(rise) < highest * other.run.size * other.run.scale;
  return near ? Math.round(rise * 10) / 10 : undefined;
}

function corners({ left, bottom, right, top }: ReturnType<typeof rectangleOf>): number[] {
  return [left, bottom, right, top].map((value) => Math.round(value * 100) / 100);
}
