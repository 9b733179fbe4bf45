import type { Page } from "pagedjs";
import { type Column, findBreak, isFull } from "./column/column.ts";
import { cut } from "./column/cut.ts";
import { type Galley, pageName } from "./column/galley.ts";
import { keepTable } from "./column/keep-table.ts";
import { shortenLadders } from "./column/ladders.ts";
import { partLead } from "./column/part-lead.ts";
import { relax } from "./column/relax.ts";
import { closeRows, slackenTables } from "./column/slacken.ts";
import { splitShort } from "./column/split-short.ts";
import { tryBreak } from "./column/try-break.ts";
import { fitFigure, unfitFigures } from "./fit-figure.ts";
import { crowdsOut } from "./foot/crowds-out.ts";
import { fitFoot } from "./foot/fit-foot.ts";
import type { Foot } from "./foot/foot.ts";
import { footShare, type Making, mostFoot, setReserve, settle } from "./foot/settle.ts";
import { reach } from "./reached.ts";
import { placeOf } from "./seen/places.ts";
import { holdBack, showAhead } from "./tables/hold-back.ts";
import { tightenTables } from "./tables/tighten.ts";

/** Makes up pages one after another: text from the galley above, its notes below. */
export interface Makeup {
  /** Fills one page. */
  fill(page: Page): void;
  /** Whether text or notes are left. */
  readonly done: boolean;
}

// A cut that has to be made this often moves nothing.
const mostRounds = 100;
// First guess of the characters on a page; later pages go by the fullest of the last few.
const firstGuess = 1500;

/**
 * Prepares to make up a text.
 * @param galley
 *   The text.
 * @param foot
 *   The notes.
 * @throws
 *   From `fill`, with the place of the block, when it cannot be set on any page.
 */
export function makeMakeup(galley: Galley, foot: Foot): Makeup {
  let guess = firstGuess;
  return {
    get done() {
      return galley.empty && foot.carried === 0;
    },
    fill(page) {
      reach(galley.next);
      const column = { box: page.area, content: page.wrapper };
      const height = column.box.parentElement?.getBoundingClientRect().height ?? 0;
      foot.begin(page);
      const goingOn = foot.lay([]).whole;
      const isText = !galley.empty;
      let reserve = Math.min(goingOn, isText ? height * footShare : height);
      // As much as a page without notes holds: what these leave is filled, too.
      setReserve(page, 0);
      pour(galley, column, guess, height);
      slackenTables(column.content, height);
      const most = isText ? height * mostFoot : height;
      const making = { column, foot, page, height, reserve, most };
      reserve = makeRoom(making);
      if (fitFigure({ ...making, reserve, most }) || partLead(column) || keepTable(column)) {
        reserve = makeRoom({ ...making, reserve, most });
      }
      if (splitShort(column, height - reserve)) {
        reserve = makeRoom({ ...making, reserve, most });
      }
      if (isText && crowdsOut(making, reserve)) {
        galley.putBack(cut(column, { node: column.content, offset: 0 }));
        reserve = Math.min(foot.lay([]).whole, height);
      }
      const needed = foot.end(reserve);
      if (needed !== reserve && isText) reserve = fitFoot(making, reserve, needed);
      trim(galley, column);
      setReserve(page, reserve);
      trim(galley, column);
      closeRows(column);
      namePage(page);
      guess = Math.max(guess * 0.9, (page.wrapper.textContent?.length ?? 0) * 1.1, 200);
      if (!page.wrapper.firstElementChild && needed === 0) {
        throw new Error(`nothing fits: ${placeOf(galley.next)}`);
      }
    },
  };
}

/** Takes text until the column runs over, a page break comes, or no text is left. */
function pour(galley: Galley, column: Column, guess: number, height: number): void {
  let why = galley.take(column.content, guess);
  showAhead(column.content, height);
  markPageStart(column.content);
  while (why === "enough" && !isFull(column)) {
    why = galley.take(column.content, guess * 0.25);
  }
  // Styles keep the last of a list together: two more than the page holds show that these are not the last.
  for (let more = 0; why === "enough" && more < 2; more++) why = galley.take(column.content, 1);
  unfitFigures(column.content);
  tightenTables(column.content);
  holdBack(column.content, height);
  shortenLadders(column.content);
}

/** Marks what begins a page without having asked to: it needs no space above. */
function markPageStart(content: Element): void {
  for (let element = content.firstElementChild as HTMLElement | null; element; ) {
    const { breakBefore, previousBreakAfter } = element.dataset;
    if (breakBefore || previousBreakAfter) return;
    element.dataset.pageStart = "";
    element = element.firstElementChild as HTMLElement | null;
  }
}

/**
 * Settles the foot so that some text stands over it: what begins the page is cut although it asks not to
 * be, and where that is not enough the foot gives way.
 * @returns
 *   Height of the foot, CSS px.
 */
function makeRoom(making: Making): number {
  const { column } = making;
  for (;;) {
    const reserve = settle(making);
    const isEmpty = tryBreak(
      column,
      (place) => place?.node === column.content && place.offset === 0,
    );
    if (!isEmpty) return reserve;
    if (relax(column.content)) continue;
    if (making.most === 0) throw new Error(`nothing fits: ${placeOf(column.content)}`);
    making.most = making.most > 20 ? making.most * 0.7 : 0;
    making.reserve = Math.min(making.reserve, making.most);
  }
}

/** Cuts what runs over back into the galley, until nothing does. */
function trim(galley: Galley, column: Column): void {
  let rounds = 0;
  for (let place = findBreak(column); place; place = findBreak(column)) {
    const stuck = place.node === column.content && place.offset === 0;
    if (!stuck) galley.putBack(cut(column, place));
    else if (!relax(column.content)) rounds = mostRounds;
    if (rounds++ >= mostRounds) throw new Error(`nothing fits: ${placeOf(column.content)}`);
  }
}

function namePage(page: Page): void {
  const first = page.wrapper.querySelector("[data-page]");
  const name = first && pageName(first);
  if (name) page.element.classList.add("pagedjs_named_page", `pagedjs_${name}_page`);
}
