import type { Page } from "puppeteer-core";
import type { FormatRow, Sheet } from "../tables/formats.ts";
import { sheetFor } from "../tables/wall-sheets.ts";
import type { Fault, Printed } from "../types.ts";
import { accountForText } from "./account.ts";
import { ask } from "./ask.ts";
import { findCramped } from "./cramped.ts";
import { byDeadline } from "./deadline.ts";
import type { BedDocument } from "./page/bed/bed.ts";
import type { PressFace } from "./page/bed/faces.ts";
import type { SeenText } from "./page/seen/visible.ts";
import { findParted } from "./parted.ts";

/** A document to print. */
export interface PrintJob {
  /** The whole document, without scripts or addresses outside itself but those of its fonts. */
  html: string;
  /** Its fonts, in the order of rules; absent when they are in its styles. */
  faces?: readonly PressFace[] | undefined;
  format: FormatRow;
  /** Sheet or page, mm. */
  sheet: Sheet;
}

/** A tab of the browser, with our script in it. */
export interface Tab {
  page: Page;
  printed: number;
  /** Keys of fonts it has read. */
  faces: Set<string>;
  /** Fails when the tab crashes: what is asked of it then is never answered. */
  crash: Promise<never>;
  isCrashed(): boolean;
}

/** Milliseconds that one document may take, from its HTML to its PDF. */
const timeout = 120_000;

/**
 * Makes up and prints one document in a tab, and takes it away again.
 * @param tab
 *   A tab that has our script.
 * @param job
 *   The document, of a format that is printed.
 * @param milliseconds
 *   How long it may take.
 * @returns
 *   The PDF as Chromium writes it, what its pages hold, and what is wrong with them.
 * @throws
 *   When it takes longer, when a block cannot be set on any page, when an image is damaged, or when the tab crashes.
 */
export async function printIn(
  tab: Tab,
  job: PrintJob,
  milliseconds: number = timeout,
): Promise<Printed> {
  if (job.format.medium === "screen") throw new TypeError("A screen format has nothing to print");
  const reached = () => ask(tab.page, "reached");
  const work = Promise.race([setAndPrint(tab, job), tab.crash]);
  return byDeadline(tab.page, milliseconds, work, reached);
}

async function setAndPrint({ page, faces }: Tab, job: PrintJob): Promise<Printed> {
  const unread = (job.faces ?? []).filter(({ key }) => !faces.has(key));
  if (unread.length > 0) await ask(page, "addFaces", unread);
  for (const { key } of unread) faces.add(key);
  const printed = await media[job.format.medium as keyof typeof media](page, job);
  await ask(page, "clear");
  return printed;
}

function bedDocument({ html, faces }: PrintJob): BedDocument {
  return { html, faces: faces?.map(({ key }) => key) };
}

const media = { pages: printPages, sheet: printSheet } as const;

async function printPages(page: Page, job: PrintJob): Promise<Printed> {
  const { notes: place, type, saving, fold } = job.format;
  const made = await ask(page, "pages", bedDocument(job), place === "foot", {
    type,
    saving,
    fold,
  });
  const seen = (flow: "text" | "notes") => made.pages.flatMap((entry) => entry[flow]);
  const text = accountForText(made.source.text, seen("text"));
  const notes = accountForText(made.source.notes, seen("notes"));
  const pages = made.pages.map(({ calls, noteIds, text, notes }, index) => ({
    number: index + 1,
    calls,
    notes: noteIds,
    text: lines(text),
    foot: lines(notes),
  }));
  return {
    pdf: await pdf(page, job.sheet),
    logical: made.logical,
    pages,
    words: text.words + notes.words,
    faults: [
      ...text.faults,
      ...notes.faults,
      ...findParted(pages, made.notePlaces),
      ...findCramped(made.broken),
    ],
  };
}

// Points. Smaller type is not read at arm's length; larger would shout.
const posterType = { least: 8, most: 96 };

async function printSheet(page: Page, job: PrintJob): Promise<Printed> {
  const fitted = await ask(page, "sheet", bedDocument(job), posterType);
  const pages = [{ number: 1, calls: [], notes: [], text: lines(fitted.seen), foot: "" }];
  if (fitted.size === 0)
    return { pdf: new Uint8Array(), pages, words: 0, faults: [tooLong(job.sheet, fitted.grow)] };
  const { words, faults } = accountForText(fitted.source, fitted.seen);
  return {
    pdf: await pdf(page, job.sheet),
    ...(fitted.logical && { logical: fitted.logical }),
    pages,
    words,
    faults: [...faults, ...findCramped(fitted.broken)],
  };
}

function lines(seen: readonly SeenText[]): string {
  return seen.map(({ text }) => text.trim()).join("\n");
}

function tooLong(sheet: Sheet, grow: number): Fault {
  return {
    rule: "poster-too-long",
    note: "Shorten the text, or print the handout.",
    reason: `the text does not fit on one sheet of ${sheet.name} in type of ${posterType.least} pt; a sheet of ${sheetFor(sheet, grow)} would hold it`,
  };
}

function pdf(page: Page, sheet: Sheet): Promise<Uint8Array> {
  return page.pdf({
    height: `${sheet.height}mm`,
    // Without this every page begins with a white rectangle, over the mark of a draft.
    omitBackground: true,
    outline: false,
    preferCSSPageSize: true,
    printBackground: true,
    tagged: false,
    timeout,
    waitForFonts: false,
    width: `${sheet.width}mm`,
  });
}
