import {
  type PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFStream,
} from "@cantoo/pdf-lib";
import { fontsOf, type PageFont } from "../pdf/font.ts";
import type { Rectangle } from "../pdf/matrix.ts";
import { decodeStream, pageContent } from "../pdf/stream.ts";
import { readOperations } from "../pdf/tokens.ts";
import { claimOf } from "./claim.ts";
import type { Boxes, Inspected, InspectedPage } from "./inspected.ts";
import { readIntents } from "./output-intent.ts";
import { collectPaints, type Reading } from "./paints.ts";
import { rectangleOf } from "./values.ts";
import { sayWhy } from "./why.ts";

/**
 * Reads a PDF for looking at: boxes and everything painted, page by page.
 * @param document
 *   A loaded PDF.
 * @returns
 *   What it holds; a page that cannot be read says why.
 */
export function inspect(document: PDFDocument): Inspected {
  const known = new Map<PDFDict, PageFont>();
  const shared = { fonts: fontsOf(known), forms: new Map() };
  const pages = document.getPages().map((page, index) => inspectPage(page, index + 1, shared));
  const metadata = metadataOf(document);
  const intent = readIntents(document)[0]?.profile?.family;
  return { document, pages, metadata, intent, claim: claimOf(document, metadata) };
}

function inspectPage(
  page: PDFPage,
  number: number,
  shared: Pick<Reading, "fonts" | "forms">,
): InspectedPage {
  const boxes = boxesOf(page);
  const written = page.node.lookup(PDFName.of("UserUnit"));
  const unit = written instanceof PDFNumber ? written.asNumber() : 1;
  const rotation = (((Math.round(page.getRotation().angle / 90) * 90) % 360) + 360) % 360;
  const reading: Reading = {
    ...shared,
    sheet: boxes.media,
    unit,
    open: new Set(),
    walked: 0,
    paints: [],
  };
  const inspected = { number, page, boxes, unit, rotation, paints: reading.paints };
  try {
    collectPaints(readOperations(pageContent(page)), page.node.Resources(), reading);
  } catch (error) {
    return { ...inspected, damage: sayWhy(error) };
  }
  return inspected;
}

// Each box stands for the next one in (ISO 32000-1, 14.11.2), and none reaches out of the first.
function boxesOf(page: PDFPage): Boxes {
  const given = new Set<string>();
  const read = (name: string, inherited: boolean, other: Rectangle) => {
    const value = inherited
      ? page.node.getInheritableAttribute(PDFName.of(name))
      : page.node.get(PDFName.of(name));
    const box = rectangleOf(value && page.doc.context.lookup(value));
    if (box !== undefined) given.add(name);
    return box ?? other;
  };
  const media = read("MediaBox", true, { left: 0, bottom: 0, right: 612, top: 792 });
  const crop = read("CropBox", true, media);
  const [bleed, trim, art] = ["BleedBox", "TrimBox", "ArtBox"].map((name) =>
    read(name, false, crop),
  );
  return { media, crop, bleed: bleed ?? crop, trim: trim ?? crop, art: art ?? crop, given };
}

function metadataOf(document: PDFDocument): string {
  const stream = document.catalog.lookup(PDFName.of("Metadata"));
  if (!(stream instanceof PDFStream)) return "";
  try {
    return Buffer.from(decodeStream(stream)).toString("utf8");
  } catch {
    return "";
  }
}
