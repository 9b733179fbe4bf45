import type { Browser, Page } from "puppeteer";
import type { FormatRow, Sheet } from "../tables/formats.ts";
import type { Fault, Printed } from "../types.ts";
import { accountForText } from "./account.ts";
import { launchBrowser } from "./browser.ts";
import { pageScript } from "./bundle.ts";
import type { BedDocument } from "./page/bed.ts";
import type { PressFace } from "./page/faces.ts";
import type { Handbill } from "./page/main.ts";
import type { SeenText } from "./page/visible.ts";

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

/** Prints documents, several at once; one browser behind it. */
export interface Press {
  /**
   * @throws
   *   When the browser fails twice or a document takes longer than a minute and a second a page.
   */
  print(job: PrintJob): Promise<Printed>;
  close(): Promise<void>;
}

/** How a press is opened. */
export interface PressOptions {
  /** Documents at once. */
  jobs: number;
  env: Readonly<Record<string, string | undefined>>;
}

declare const handbill: Handbill;

// Printing keeps what laying out leaves behind; a fresh tab now and then keeps memory flat.
const documentsPerTab = 50;
const timeout = 120_000;

/** Opens a press: the browser is started for the first document and serves all that follow. */
export function openPress({ jobs, env }: PressOptions): Press {
  let browser: Promise<Browser> | undefined;
  const script = pageScript();
  const idle: Tab[] = [];
  const waiting: Array<() => void> = [];
  let running = 0;

  async function openTab(): Promise<Tab> {
    browser ??= launchBrowser(env);
    const page = await (await browser).newPage();
    page.setDefaultTimeout(timeout);
    await page.setOfflineMode(true);
    // A blank page is in quirks mode.
    await page.setContent("<!doctype html><title></title>");
    await page.evaluate(await script);
    return { page, printed: 0, faces: new Set() };
  }

  async function once(job: PrintJob): Promise<Printed> {
    const tab = idle.pop() ?? (await openTab());
    try {
      const printed = await printIn(tab, job);
      tab.printed++;
      if (tab.printed < documentsPerTab) idle.push(tab);
      else await tab.page.close();
      return printed;
    } catch (error) {
      await tab.page.close().catch(() => {});
      throw error;
    }
  }

  return {
    async print(job) {
      if (running >= jobs) await new Promise<void>((resolve) => waiting.push(resolve));
      running++;
      try {
        return await once(job).catch(async (error) => {
          if ((await browser)?.connected) throw error;
          // The browser died: once more in a new one.
          browser = undefined;
          idle.length = 0;
          return once(job);
        });
      } finally {
        running--;
        waiting.shift()?.();
      }
    },
    async close() {
      await (await browser)?.close();
    },
  };
}

interface Tab {
  page: Page;
  printed: number;
  /** Keys of fonts it has read. */
  faces: Set<string>;
}

function bedDocument({ html, faces }: PrintJob): BedDocument {
  return { html, faces: faces?.map(({ key }) => key) };
}

const media = { pages: printPages, sheet: printSheet } as const;

async function printIn({ page, faces }: Tab, job: PrintJob): Promise<Printed> {
  if (job.format.medium === "screen") throw new TypeError("A screen format has nothing to print");
  const unread = (job.faces ?? []).filter(({ key }) => !faces.has(key));
  if (unread.length > 0) await page.evaluate((list) => handbill.addFaces(list), unread);
  for (const { key } of unread) faces.add(key);
  const printed = await within(timeout, media[job.format.medium](page, job));
  await page.evaluate(() => handbill.clear());
  return printed;
}

async function printPages(page: Page, job: PrintJob): Promise<Printed> {
  const made = await page.evaluate(
    (document, atFoot) => handbill.pages(document, atFoot),
    bedDocument(job),
    job.format.notes === "foot",
  );
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
    pages,
    words: text.words + notes.words,
    faults: [...text.faults, ...notes.faults],
  };
}

// Type a reader at two metres can still make out is 24 pt; a poster of a long text may go to half of it.
const posterType = { least: 8, most: 72 };

async function printSheet(page: Page, job: PrintJob): Promise<Printed> {
  const fitted = await page.evaluate(
    (document, range) => handbill.sheet(document, range),
    bedDocument(job),
    posterType,
  );
  const pages = [{ number: 1, calls: [], notes: [], text: lines(fitted.seen), foot: "" }];
  if (fitted.size === 0)
    return { pdf: new Uint8Array(), pages, words: 0, faults: [tooLong(job.sheet, fitted.grow)] };
  return {
    pdf: await pdf(page, job.sheet),
    pages,
    ...accountForText(fitted.source, fitted.seen),
  };
}

function lines(seen: readonly SeenText[]): string {
  return seen.map(({ text }) => text.trim()).join("\n");
}

function tooLong(sheet: Sheet, grow: number): Fault {
  const side = (length: number) => Math.ceil((length * grow) / 10) * 10;
  return {
    rule: "poster-too-long",
    note: "Shorten the text, or print the handout.",
    reason: `the text does not fit on one sheet of ${sheet.name} in type of ${posterType.least} pt; a sheet of ${side(sheet.width)} × ${side(sheet.height)} mm would hold it`,
  };
}

function pdf(page: Page, sheet: Sheet): Promise<Uint8Array> {
  return page.pdf({
    height: `${sheet.height}mm`,
    // Without this every page begins with a white rectangle, over the mark of a draft.
    omitBackground: true,
    outline: true,
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    timeout,
    waitForFonts: false,
    width: `${sheet.width}mm`,
  });
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`no end after ${milliseconds / 1000} s`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
