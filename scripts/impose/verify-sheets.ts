import { PDFDict, type PDFDocument, PDFName, type PDFPage, PDFRawStream } from "@cantoo/pdf-lib";
import { decodeStream, pageContent } from "../pdf/stream.ts";
import type { Fault } from "../types.ts";
import { checkPlaces } from "./check-places.ts";
import { tolerance } from "./measure.ts";
import { onlyStream } from "./page-forms.ts";
import type { Box, Plan } from "./plan.ts";

/** A page as it was found on a side of a sheet. */
export interface Found {
  /** Its index, from 0. */
  page: number;
  /** Index of the side. */
  side: number;
  /** Where the whole page would lie, and what of the side it may cover. */
  whole: Box;
  clip: Box;
  scale: number;
}

const placed =
  /q (\S+) (\S+) (\S+) (\S+) re W n (\S+) 0 0 (\S+) (\S+) (\S+) cm \/Page(\d+) Do Q\n/g;

/**
 * Reads drawn sheets again: whether they are as many and as large as planned, and whether every page is on them, whole
 * and once.
 * @param sheets
 *   The sheets, read from the bytes that are to be written.
 * @param source
 *   The pages.
 * @param plan
 *   What was meant.
 * @returns
 *   Faults `sheet-pages`, `sheet-size`.
 */
export function verifySheets(sheets: PDFDocument, source: PDFDocument, plan: Plan): Fault[] {
  const pages = sheets.getPages();
  const faults: Fault[] = [];
  if (pages.length !== plan.sides.length)
    faults.push(fault(`there are ${pages.length} sides of sheets instead of ${plan.sides.length}`));
  for (const [index, page] of pages.entries()) {
    const { x, y, width, height } = page.getMediaBox();
    const off = [x, y, width - plan.sheet.width, height - plan.sheet.height];
    if (off.some((length) => Math.abs(length) > tolerance)) {
      const reason = `side ${index + 1} is ${width} × ${height} pt instead of ${plan.sheet.width} × ${plan.sheet.height}`;
      faults.push({ rule: "sheet-size", reason });
    }
  }
  const originals = source.getPages();
  const reading = { originals, known: new Set<string>(), faults };
  const found = pages.flatMap((page, side) => foundOn(page, side, reading));
  return [...faults, ...checkPlaces(found, originals.length, plan)];
}

/** What the pages found on sheets are held against. */
interface Reading {
  originals: readonly PDFPage[];
  /** What is known to be alike. */
  known: Set<string>;
  /** Gets what is wrong. */
  faults: Fault[];
}

function foundOn(page: PDFPage, side: number, { originals, known, faults }: Reading): Found[] {
  const content = Buffer.from(pageContent(page)).toString("latin1");
  return [...content.matchAll(placed)].flatMap((match): Found[] => {
    const [x, y, width, height, scale, , left, bottom, number] = match.slice(1).map(Number);
    const original = originals[(number ?? 0) - 1];
    const box = original && boxOfSame(page, number ?? 0, original, known);
    if (!box) {
      faults.push(fault(`page ${number} is not the same on side ${side + 1}`));
      return [];
    }
    const by = scale ?? 0;
    const whole = {
      x: (left ?? 0) + box.x * by,
      y: (bottom ?? 0) + box.y * by,
      width: box.width * by,
      height: box.height * by,
    };
    const clip = { x: x ?? 0, y: y ?? 0, width: width ?? 0, height: height ?? 0 };
    return [{ page: (number ?? 0) - 1, side, whole, clip, scale: by }];
  });
}

/** Box of the drawing of a page, if it draws what the page draws. */
function boxOfSame(
  sheet: PDFPage,
  number: number,
  original: PDFPage,
  known: Set<string>,
): Box | undefined {
  const forms = sheet.node.Resources()?.lookupMaybe(PDFName.of("XObject"), PDFDict);
  const name = PDFName.of(`Page${number}`);
  const form = forms?.lookup(name);
  const box = original.getTrimBox();
  // Drawn on several sheets, it is compared once.
  const key = `${number} ${forms?.get(name)}`;
  if (known.has(key)) return box;
  if (!(form instanceof PDFRawStream)) return undefined;
  const bounds = [box.x, box.y, box.x + box.width, box.y + box.height];
  const same =
    form.dict.get(PDFName.of("BBox"))?.toString() === `[ ${bounds.join(" ")} ]` &&
    drawsSame(form, original);
  if (same) known.add(key);
  return same ? box : undefined;
}

function drawsSame(form: PDFRawStream, original: PDFPage): boolean {
  const only = onlyStream(original);
  // The same bytes stand for the same, whatever they are encoded with.
  if (only && Buffer.compare(form.contents, only.contents) === 0)
    return `${form.dict.get(filter)}` === `${only.dict.lookup(filter)}`;
  return Buffer.compare(decodeStream(form), pageContent(original)) === 0;
}

const filter = PDFName.of("Filter");

function fault(reason: string): Fault {
  return { rule: "sheet-pages", reason };
}
