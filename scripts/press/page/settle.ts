import type { Page } from "pagedjs";
import { type Break, type Column, findBreak } from "./column.ts";
import type { Foot } from "./foot.ts";

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
// A gap of more lines than this under the text is worth a note cut in two.
const gapLines = 3;

/**
 * Finds how high the foot must be. More foot leaves less text and so never more notes: the height of
 * the notes that a page without them would call is always enough, and only too much when a call
 * moves to the next page; then a note may be cut instead.
 * @param making
 *   The page, its text poured and its foot begun.
 * @returns
 *   Height of the foot in CSS px.
 */
export function settle(making: Making): number {
  const { height, most } = making;
  const first = attempt(making, making.reserve);
  if (first.whole <= making.reserve + 1) return Math.max(first.whole, 0);
  const cap = Math.min(height * footShare, most);
  const enough = Math.min(first.whole, cap);
  const second = attempt(making, enough);
  if (second.whole > enough + 1) return growFoot(making, enough);
  const line = Number.parseFloat(getComputedStyle(making.column.content).lineHeight) || 16;
  if (enough - second.whole <= gapLines * line) return second.whole;
  const between = split(making, second, enough);
  if (between !== undefined) return between;
  return attempt(making, enough).whole;
}

interface Attempt {
  calls: Element[];
  whole: number;
  least: number;
}

/** Lays the page out with a foot of `reserve` px and says what the notes called above it need. */
function attempt(making: Making, reserve: number): Attempt {
  setReserve(making.page, reserve);
  const calls = callsBefore(making.column, findBreak(making.column));
  return { calls, ...making.foot.lay(calls) };
}

/** The notes are higher than a foot may be: it grows until each of them can at least begin. */
function growFoot(making: Making, enough: number): number {
  let reserve = enough;
  for (let round = 0; round < 6; round++) {
    const { whole, least } = attempt(making, reserve);
    if (whole <= reserve + 1) return whole;
    if (least <= reserve) return reserve;
    reserve = Math.min(least, making.most);
  }
  return reserve;
}

/** Looks for the highest foot that keeps one call more than `without`, if its note can begin in it. */
function split(making: Making, without: Attempt, enough: number): number | undefined {
  let low = without.whole;
  let high = enough;
  let best: number | undefined;
  for (let round = 0; round < 5; round++) {
    const middle = Math.floor((low + high) / 2);
    const found = attempt(making, middle);
    if (found.calls.length <= without.calls.length) high = middle;
    else {
      low = middle;
      if (found.least <= middle) best = middle;
    }
  }
  if (best !== undefined) attempt(making, best);
  return best;
}

function callsBefore(column: Column, place: Break | undefined): Element[] {
  const calls = [...column.content.querySelectorAll("a.noteref[href]")];
  if (!place || calls.length === 0) return calls;
  const row = place.offset === -1 ? place.node : undefined;
  const edge = column.box.getBoundingClientRect().right;
  const range = document.createRange();
  range.selectNodeContents(column.content);
  range.setEnd(place.node, row ? row.childNodes.length : place.offset);
  return calls.filter((call) =>
    // The cells of a row are cut each at its own place.
    row?.contains(call)
      ? call.getBoundingClientRect().left <= edge
      : range.comparePoint(call, 0) <= 0,
  );
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
