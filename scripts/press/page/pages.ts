import type { Page } from "pagedjs";
import type { Numerals } from "../../languages/language.ts";
import { plainNumber } from "../../languages/number.ts";
import type { Logical } from "../../types.ts";
import { type BedDocument, makeBed } from "./bed/bed.ts";
import { unusedSoftHyphens } from "./column/soft-hyphens.ts";
import { runEngine } from "./engine.ts";
import { inOrderOfCalls, readCalls } from "./foot/call-order.ts";
import { makeFoot } from "./foot/foot.ts";
import { makeMakeup } from "./makeup.ts";
import { type BrokenTable, brokenTables } from "./seen/broken.ts";
import { type LaidPage, readLogical } from "./seen/logical.ts";
import { readLooks } from "./seen/looks.ts";
import { measureSpots } from "./seen/measure-spots.ts";
import { placeOf, targetOf } from "./seen/places.ts";
import { pageTexts, type SeenText, type SourceText, sourceTexts } from "./seen/visible.ts";

/** What a made-up document holds, page by page. */
export interface MadeUp {
  /** What it should hold; notes in the order of the pages that call them. */
  source: { text: SourceText[]; notes: SourceText[] };
  /** Place of each note in the source, by id. */
  notePlaces: Record<string, string>;
  pages: Array<{
    text: SeenText[];
    notes: SeenText[];
    calls: string[];
    noteIds: string[];
  }>;
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
  fit: Readonly<Record<string, string>> = {},
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
  const pages: MadeUp["pages"] = [];
  const laidPages: LaidPage[] = [];
  const dropSoftHyphens: Array<() => void> = [];
  const broken: BrokenTable[] = [];
  const folios = new Map<string, number>();
  let last = 0;
  const run = await runEngine({
    text: bed.text,
    rightToLeft: main.dir === "rtl",
    sheets: bed.paged,
    makeMakeup: (galley) => makeMakeup(galley, foot),
    finished(page) {
      const { area, footnotesArea, pagebox, element } = page;
      laidPages.push({
        text: area,
        foot: footnotesArea,
        spots: measureSpots(pagebox, pages.length, element),
        looks: new Map([...readLooks(area), ...readLooks(footnotesArea)]),
      });
      pages.push(readPage(page));
      last = filledShare(page);
      broken.push(...brokenTables(element));
      dropSoftHyphens.push(unusedSoftHyphens(element));
      for (const { id } of page.element.querySelectorAll("[id]")) folios.set(id, pages.length);
    },
  });
  // Not page by page: each change would cost a layout.
  for (const drop of dropSoftHyphens) drop();
  fillContents(run.pages, folios);
  return {
    logical: readLogical(laidPages),
    source: { ...source, notes: inOrderOfCalls(source.notes, noteCalls, pages) },
    notePlaces,
    pages,
    last,
    broken,
    clear() {
      run.dispose();
      bed.clear();
    },
  };
}

/** A page that is left blank has no holder for its text. */
function filledShare({ area }: Page): number {
  const [whole, text] = [area.parentElement, area.firstElementChild].map(
    (box) => box?.getBoundingClientRect().height ?? 0,
  ) as [number, number];
  return whole > 0 ? text / whole : 1;
}

function readPage(page: Page): MadeUp["pages"][number] {
  const ids = (root: ParentNode, selector: string) =>
    [...root.querySelectorAll(selector)].map(({ id }) => id);
  return {
    ...pageTexts(page),
    calls: ids(page.area, "a.noteref[id]"),
    noteIds: ids(page.footnotesArea, ".note[id]"),
  };
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

function fillContents(pages: readonly Page[], folios: ReadonlyMap<string, number>): void {
  for (const page of pages) {
    for (const folio of page.element.querySelectorAll<HTMLElement>(".contents .folio")) {
      const number = folios.get(targetOf(folio.closest("li")?.querySelector("a")));
      const numerals = folio.dataset.numerals as Numerals;
      folio.textContent = number === undefined ? "" : plainNumber(numerals, number);
    }
  }
}
