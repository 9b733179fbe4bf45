import { deflateSync } from "node:zlib";
import {
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFPage,
  PDFRawStream,
  PDFRef,
} from "@cantoo/pdf-lib";
import { fontsOf, type PageFont } from "../../pdf/font.ts";
import { pageContent } from "../../pdf/stream.ts";
import { readOperations } from "../../pdf/tokens.ts";
import type { Logical, LogicalText, Spot } from "../../types.ts";
import { type FontCodes, openCodes } from "./codes.ts";
import { type MarkedContent, type Owner, writeContent } from "./content.ts";
import { setLinks } from "./links.ts";
import { type Matched, matchRuns } from "./match.ts";
import { type Reading, readDocumentOrder } from "./reading.ts";
import { type Item, type Paint, type Run, readItems } from "./runs.ts";
import { type Content, makeStructure } from "./structure.ts";
import { writeStructure } from "./write-structure.ts";

const pointsPerPixel = 0.75;
// Points. Anti-aliasing and rounding move the edge of a picture.
const hair = 1.5;

/** A page as it was read, with its runs matched to the text. */
interface ReadPage {
  page: PDFPage;
  bytes: Uint8Array;
  operations: ReturnType<typeof readOperations>;
  items: Item[];
  matched: Map<Run, Matched>;
}

/** What the tags know that later steps need. */
export interface Tagged {
  /** Headings in reading order; x and y of their top left corner in points. */
  headings: Array<{ level: number; title: string; page: number; x: number; y: number }>;
  /** Where each id stands. */
  destinations: Map<string, { page: number; x: number; y: number }>;
  /** Pieces of text of which characters are on no page. */
  lost: LogicalText[];
}

/**
 * Tags a document: its logical tree becomes its structure, every glyph of the text belongs to an element of
 * it and says what it stands for, everything else is an artifact.
 * @param document
 *   PDF as Chromium prints it, untagged, its text dyed; changed in place. Its boxes are set.
 * @param logical
 *   What it says.
 * @param language
 *   BCP 47 tag.
 */
export function setTags(document: PDFDocument, logical: Logical, language: string): Tagged {
  const reading = readDocumentOrder(logical);
  const pages = document.getPages();
  const fonts = fontsOf(new Map());
  const codes = new Map<PageFont, FontCodes>();
  const lost: LogicalText[] = [];
  const indented = new Set<LogicalText>();
  const read = pages.map((page, index) => readPage(page, index));
  const shown = groupByText(read.flatMap(({ matched }) => [...matched.values()]));
  passOnSpaces(reading.blocks, shown, indented);
  const marked = read.map((page, index) => writePage(page, index));
  for (const one of codes.values()) one.write();
  const point = (spot: Spot): [number, number] => {
    const { x, y, height } = (pages[spot.page] as PDFPage).getMediaBox();
    return [x + spot.x * pointsPerPixel, y + height - spot.y * pointsPerPixel];
  };
  const links = setLinks(document, reading.links, reading.targets, point);
  const contents = contentsOf(marked, shown);
  const top = makeStructure({
    ...{ root: logical.root, foot: logical.foot, language, contents },
    isTurned: (text) => (shown.get(text) ?? []).some(({ run }) => run.reversed),
    parts: new Set(links.keys()),
    boxOf: (element) => boxOf(element.spots?.[0], point),
  });
  writeStructure(document, top, links);
  return {
    lost,
    headings: reading.headings.map(({ level, title, spot }) => ({ level, title, ...place(spot) })),
    destinations: new Map([...reading.targets].map(([id, spot]) => [id, place(spot)])),
  };

  function place(spot: Spot) {
    const [x, y] = point(spot);
    return { page: spot.page, x, y };
  }

  function readPage(page: PDFPage, index: number): ReadPage {
    const bytes = pageContent(page);
    const operations = readOperations(bytes);
    const items = readItems(operations, fonts(page.node.Resources()));
    const byKey = new Map<number, Run[]>();
    for (const item of items) {
      const key = item.kind === "run" ? reading.keys.get(item.ink) : undefined;
      if (key === undefined) continue;
      const runs = byKey.get(key);
      if (runs) runs.push(item as Run);
      else byKey.set(key, [item as Run]);
    }
    const matched = new Map<Run, Matched>();
    for (const [key, runs] of byKey) {
      const texts = (reading.texts.get(key) ?? []).filter((text) => text.page === index);
      const match = matchRuns(runs, texts);
      for (const run of match.runs) matched.set(run.run, run);
      for (const text of match.indented) indented.add(text);
      if (match.lost > 0) lost.push(...texts);
    }
    return { page, bytes, operations, items, matched };
  }

  function writePage(read: ReadPage, index: number): MarkedContent {
    const { page, ...content } = read;
    const resources = page.node.Resources();
    const named = fonts(resources);
    const dictionaries = resources?.lookupMaybe(PDFName.of("Font"), PDFDict);
    const pictures = reading.pictures.get(index) ?? [];
    const { x, y, height } = page.getMediaBox();
    const marked = writeContent({
      ...content,
      pictureOf: (paint) =>
        pictures.find(({ spot }) => isWithin(paint, spot, x, y + height))?.element,
      codesOf(name) {
        const font = named(name) as PageFont;
        const known = codes.get(font);
        if (known) return known;
        const opened = openCodes(dictionaries?.lookup(PDFName.of(name), PDFDict) as PDFDict, font);
        codes.set(font, opened);
        return opened;
      },
      inkOf: (dye) => {
        const key = reading.keys.get(dye);
        return key === undefined ? undefined : logical.inks[key]?.ink;
      },
      tagOf: () => "Span",
    });
    const bytes = deflateSync(marked.text);
    const { context } = document;
    const dict = context.obj({ Filter: "FlateDecode", Length: bytes.length }) as PDFDict;
    // In the place of the old one, of which nothing must stay behind.
    const old = page.node.get(PDFName.of("Contents"));
    const reference = old instanceof PDFRef ? old : context.nextRef();
    context.assign(reference, PDFRawStream.of(dict, bytes));
    page.node.set(PDFName.of("Contents"), reference);
    return marked;
  }
}

/** White space that a piece of text begins with at the beginning of a line is said at the end of the one before. */
function passOnSpaces(
  blocks: Reading["blocks"],
  shown: ReadonlyMap<LogicalText, readonly Matched[]>,
  indented: ReadonlySet<LogicalText>,
): void {
  for (const block of blocks) {
    let last: Matched | undefined;
    for (const text of block) {
      const runs = shown.get(text) ?? [];
      const blank = runs.length === 0 && /\s/.test(text.text ?? "");
      if (last && (blank || indented.has(text))) last.space = true;
      last = runs.at(-1) ?? last;
    }
  }
}

/** Where everything is, in reading order. */
function contentsOf(
  marked: readonly MarkedContent[],
  shown: ReadonlyMap<LogicalText, readonly Matched[]>,
): Map<Owner, Content[]> {
  const contents = new Map<Owner, Content[]>();
  for (const [text, runs] of shown) {
    const identifiers = runs.map((run) => marked[text.page]?.identifiers.get(run) as number);
    const list = [...new Set(identifiers)].map((identifier) => ({ page: text.page, identifier }));
    contents.set(text, list);
  }
  marked.forEach(({ owners }, page) => {
    owners.forEach((owner, identifier) => {
      if (!("tag" in owner)) return;
      contents.set(owner, [...(contents.get(owner) ?? []), { page, identifier }]);
    });
  });
  return contents;
}

function isWithin({ box }: Paint, spot: Spot, left: number, top: number): boolean {
  const x = left + spot.x * pointsPerPixel - hair;
  const y = top - spot.y * pointsPerPixel + hair;
  return (
    box.left >= x &&
    box.top <= y &&
    box.right <= x + spot.width * pointsPerPixel + 2 * hair &&
    box.bottom >= y - spot.height * pointsPerPixel - 2 * hair
  );
}

function boxOf(
  spot: Spot | undefined,
  point: (spot: Spot) => [number, number],
): readonly number[] | undefined {
  if (!spot) return undefined;
  const [left, top] = point(spot);
  const corners = [
    left,
    top - spot.height * pointsPerPixel,
    left + spot.width * pointsPerPixel,
    top,
  ];
  return corners.map((value) => Math.round(value * 100) / 100);
}

function groupByText(runs: readonly Matched[]): Map<LogicalText, Matched[]> {
  const groups = new Map<LogicalText, Matched[]>();
  for (const run of runs) {
    const group = groups.get(run.text);
    if (group) group.push(run);
    else groups.set(run.text, [run]);
  }
  return groups;
}
