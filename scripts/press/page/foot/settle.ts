import type { Page } from "pagedjs";
import type { Column } from "../column/column.ts";
import { tryBreak } from "../column/try-break.ts";
import { callsBefore } from "./calls-before.ts";
import { countCut } from "./count-cut.ts";
import type { Foot } from "./foot.ts";
import type { FootHeight } from "./note-heights.ts";

/** A page being made up: what `settle` is given. */
export interface Making {
  column: Column;
  foot: Foot;
  page: Page;
  height: number;
  /** Height of the foot to begin with. */
  reserve: number;
  /** Height that the foot may grow to. */
  most: number;
}

/** The foot takes at most this share of a page while text is left, so that text goes on beside long notes. */
export const footShare = 0.7;
/** Nor ever more than this: a page of notes still has a line of text over them. */
export const mostFoot = 0.92;
// A gap of more lines than this under the text is worth a note cut in two.
const gapLines = 3;

// Halves a foot of a large page to less than a line.
const mostHalvings = 6;

/**
 * Finds how high the foot must be. More foot leaves less text and so never more notes: the height of
 * the notes that a page without them would call is always enough, and only too much when a call
 * moves to the next page; then less is looked for, and a note may be cut instead.
 * @param making
 *   The page, its text poured and its foot begun.
 * @returns
 *   Height of the foot in CSS px.
 */
export function settle(making: Making): number {
  const { height, most } = making;
  const first = attempt(making, making.reserve);
  if (first.whole <= making.reserve + 1) return Math.max(first.whole, 0);
  const cap = Math.min(Math.max(height * footShare, making.reserve), most);
  const enough = Math.min(first.whole, cap);
  const second = attempt(making, enough);
  if (second.whole > enough + 1) return growFoot(making, enough, second);
  return narrow(making, enough, second.whole);
}

interface Attempt extends FootHeight {
  calls: Element[];
}

/** Lays the page out with a foot of `reserve` px and says what the notes called above it need. */
function attempt(making: Making, reserve: number): Attempt {
  setReserve(making.page, reserve);
  const { column } = making;
  const calls = tryBreak(column, (place) => callsBefore(column, place));
  return { calls, ...making.foot.lay(calls) };
}

/**
 * The notes are higher than a foot may be, and some are cut. Where that is several, what goes on at the next foot leaves
 * soon no room for those that are called there to begin: text gives way where fewer of them are cut then.
 */
function growFoot(making: Making, usual: number, found: Attempt): number {
  const line = lineOf(making);
  const at = (height: number, foot: Attempt) => ({ height, foot, cut: countCut(foot, height) });
  const first = at(usual, found);
  const highest =
    first.cut > 1 && making.most > usual ? at(making.most, attempt(making, making.most)) : first;
  const fewest = Math.max(highest.cut, 1);
  let [kept, low] = first.cut > fewest ? [highest, first] : [first, first];
  while (kept.height - low.height > line) {
    const height = Math.ceil((low.height + kept.height) / 2);
    const tried = at(height, attempt(making, height));
    if (tried.cut <= fewest) kept = tried;
    else low = tried;
  }
  // A gap is worse than notes that are cut, though not than one that cannot begin.
  const hasGap = kept.height - kept.foot.whole > gapLines * line;
  if (hasGap && low.cut <= low.foot.notes.length) kept = low;
  const { whole } = attempt(making, kept.height);
  return whole <= kept.height + 1 ? whole : kept.height;
}

/**
 * Halves the gap between text and notes: looks for the lowest foot, under one of `enough` px whose notes need
 * `needed`, that holds its notes whole. Where even that leaves a gap, the next note begins there and is cut.
 */
function narrow(making: Making, enough: number, needed: number): number {
  const line = lineOf(making);
  let whole = { reserve: enough, needed };
  let tooLow = needed;
  let cut: number | undefined;
  let tried = enough;
  for (let round = 0; round < mostHalvings; round++) {
    if (whole.reserve - whole.needed <= gapLines * line) break;
    tried = Math.floor((Math.max(tooLow, whole.needed) + whole.reserve) / 2);
    const found = attempt(making, tried);
    if (found.whole <= tried + 1) whole = { reserve: tried, needed: found.whole };
    else {
      tooLow = tried;
      if (found.least <= tried) cut = tried;
    }
  }
  const isFilled = whole.reserve - whole.needed <= gapLines * line;
  const reserve = isFilled ? whole.reserve : (cut ?? whole.reserve);
  if (reserve !== tried) attempt(making, reserve);
  return reserve === cut ? reserve : whole.needed;
}

function lineOf({ column }: Making): number {
  return Number.parseFloat(getComputedStyle(column.content).lineHeight) || 16;
}

/**
 * Shares a page out between its text and its foot.
 * @param page
 *   The page.
 * @param height
 *   Height of the foot, CSS px.
 */
export function setReserve(page: Page, height: number): void {
  // Paged.js would take the height from a custom property, but changing one restyles the whole page.
  const space = `calc(100% - ${height}px)`;
  if (page.area.style.height === space) return;
  page.area.style.height = space;
  page.footnotesArea.style.height = `${height}px`;
}
