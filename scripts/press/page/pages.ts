import type { Page } from "pagedjs";
import type { Numerals } from "../../languages/language.ts";
import { plainNumber } from "../../languages/number.ts";
import type { Logical } from "../../types.ts";
import { type BedDocument, makeBed } from "./bed/bed.ts";
import { runEngine } from "./engine.ts";
import { inOrderOfCalls, readCalls } from "./foot/call-order.ts";
import { makeFoot } from "./foot/foot.ts";
import type { Fit } from "./layouts.ts";
import { makeMakeup } from "./makeup.ts";
import { type PageReading, type PageSaid, readPage } from "./read-page.ts";
import type { BrokenTable } from "./seen/broken.ts";
import { readLogical } from "./seen/logical.ts";
import { readMargins } from "./seen/margins.ts";
import { placeOf, targetOf } from "./seen/places.ts";
import { type SourceText, sourceTexts } from "./seen/visible.ts";

/** What a made-up document holds, page by page. */
export interface MadeUp {
  /** What it should hold; notes in the order of the pages that call them. */
  source: { text: SourceText[]; notes: SourceText[] };
  /** Place of each note in the source, by id. */
  notePlaces: Record<string, string>;
  pages: PageSaid[];
  logical: Logical;
  /** Share of the last page that its text takes. */
  last: number;
  /** Tables in which words are cut, page by page. */
  broken: BrokenTable[];
}

/**
 * Makes up a document into pages, in the browser's page, ready to print.
 * @param laid
 *   The document and its fonts.
 * @param notesAtFoot
 *   Whether notes go to the foot of the page with their call.
 * @param fit
 *   What its styles are told beside.
 * @returns
 *   What the pages hold, and a function that takes them away.
 */
export async function setPages(
  laid: BedDocument,
  notesAtFoot: boolean,
  fit: Fit,
): Promise<MadeUp & { clear(): void }> {
  const bed = await makeBed(laid);
  for (const [name, value] of Object.entries(fit))
    document.documentElement.style.setProperty(name, value);
  const taken = notesAtFoot ? takeNotes(bed.text) : { notes: new Map(), heading: undefined };
  const holder = document.createElement("div");
  if (taken.heading) holder.append(taken.heading);
  holder.append(...taken.notes.values());
  const notePlaces = Object.fromEntries([...taken.notes].map(([id, note]) => [id, placeOf(note)]));
  const source = { text: sourceTexts(bed.text), notes: sourceTexts(holder) };
  const noteCalls = readCalls(taken.notes);
  const main = bed.text.querySelector("main") as HTMLElement;
  const foot = makeFoot(taken.notes, { lang: main.lang, dir: main.dir }, taken.heading);
  const readings: PageReading[] = [];
  const run = await runEngine({
    text: bed.text,
    rightToLeft: main.dir === "rtl",
    sheets: bed.paged.map((css) => opening(css, fit["--fit--opening"])),
    makeMakeup: (galley) => makeMakeup(galley, foot),
    finished: (page) => readings.push(readPage(page, readings.length)),
  });
  // Not page by page: each change would cost a layout.
  for (const { dropSoftHyphens } of readings) dropSoftHyphens();
  fillContents(run.pages, readings);
  const pages = readings.map(({ said }) => said);
  return {
    logical: readLogical(
      readings.map(({ laid }, index) => ({
        ...laid,
        margins: readMargins((run.pages[index] as Page).element),
      })),
    ),
    source: { ...source, notes: inOrderOfCalls(source.notes, noteCalls, pages) },
    notePlaces,
    pages,
    last: readings.at(-1)?.filled ?? 0,
    broken: readings.flatMap(({ broken }) => broken),
    clear() {
      run.dispose();
      bed.clear();
    },
  };
}

/** Has text begin on another page than a right-hand one; Paged.js takes that from a sheet alone. */
function opening(css: string, begins = "recto"): string {
  return css.replaceAll("break-after: recto", `break-after: ${begins}`);
}

function takeNotes(text: DocumentFragment): {
  notes: Map<string, HTMLElement>;
  heading?: HTMLElement;
} {
  const section = text.querySelector("section.notes");
  const notes = new Map<string, HTMLElement>();
  for (const note of section?.querySelectorAll<HTMLElement>(":scope > .note") ?? [])
    notes.set(note.id, note);
  const heading = section?.querySelector<HTMLElement>(":scope > h2") ?? undefined;
  section?.remove();
  return heading ? { notes, heading } : { notes };
}

/** Writes into the contents on which page the heading of each entry stands. */
function fillContents(pages: readonly Page[], readings: readonly PageReading[]): void {
  const folios = new Map(readings.flatMap(({ ids }, index) => ids.map((id) => [id, index + 1])));
  for (const page of pages) {
    for (const folio of page.element.querySelectorAll<HTMLElement>(".contents .folio")) {
      const number = folios.get(targetOf(folio.closest("li")?.querySelector("a")));
      const numerals = folio.dataset.numerals as Numerals;
      folio.textContent = number === undefined ? "" : plainNumber(numerals, number);
    }
  }
}
