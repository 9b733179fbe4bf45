import { rectsOf } from "../seen/rects.ts";
import type { Break, Column } from "./column.ts";
import { layOutAnew } from "./lay-out-anew.ts";
import { blockOf, linesOf, startOfLine } from "./lines.ts";
import { raiseBreak } from "./overflow.ts";

// Fewest lines of a paragraph on either side of a page.
const least = 2;
// A break is not moved up further than this share of the column: a page half empty is worse.
const room = 0.4;

/**
 * Moves a break up where Chromium, with too many wishes to meet, chose to leave a line of a paragraph
 * alone or to part what should stay together.
 * @param place
 *   Where the column ends.
 * @param column
 *   The column.
 * @param edge
 *   Left of the next column, CSS px.
 * @returns
 *   The place itself when nothing is wrong with it, or nothing better is near.
 */
export function betterBreak(place: Break, column: Column, edge: number): Break {
  const whole = keepLines(place, column, edge);
  const better = keepTogether(whole, column);
  if (better === place || isNear(better, column)) return better;
  // The last of a list alone is better than a line of it.
  return whole !== place && beforeBreak(whole)?.tagName === "LI" && isNear(whole, column)
    ? whole
    : place;
}

function isNear(place: Break, { box, content }: Column): boolean {
  if (place.node === content && place.offset === 0) return false;
  const { top, height } = box.getBoundingClientRect();
  return (topOf(place) - top) / height >= 1 - room;
}

/**
 * Lets a paragraph part from what it should stay with, such as a table, where else a line of it would stand alone.
 * @param place
 *   Where the column ends: nothing better is near.
 * @param column
 *   The column.
 * @param edge
 *   Left of the next column, CSS px.
 * @returns
 *   Keeps them together again; `undefined` when nothing was parted, else the column must be looked at anew.
 */
export function partFromNext(place: Break, column: Column, edge: number): (() => void) | undefined {
  const { block } = loneLine(place, column, edge) ?? {};
  if (!block || getComputedStyle(block).breakAfter !== "avoid") return undefined;
  const { breakAfter } = block.style;
  block.style.breakAfter = "auto";
  layOutAnew(column.content);
  return () => {
    block.style.breakAfter = breakAfter;
  };
}

/** No first and no last line of a paragraph stands alone. */
function keepLines(place: Break, column: Column, edge: number): Break {
  const lone = loneLine(place, column, edge);
  if (!lone) return place;
  const { block, before, after, begins } = lone;
  const spare = before.length - (least - after);
  const line = before[spare];
  if (after < least && line && spare >= (begins ? least : 1)) return startOfLine(block, line);
  // All of a cell cannot go over: that is for its row to do.
  if (block === column.content) return place;
  const parent = block.parentNode as Node;
  return raiseBreak(
    { node: parent, offset: [...parent.childNodes].indexOf(block) },
    column.content,
  );
}

/** The block of which a place leaves a line alone, with its lines before and how many are after. */
function loneLine(place: Break, column: Column, edge: number) {
  if (place.node === column.content || place.offset === -1) return undefined;
  const block = blockOf(place.node);
  if (!isInside(place, block)) return undefined;
  const lines = linesOf(block);
  const before = lines.filter((line) => line.right < edge);
  const after = lines.length - before.length;
  const begins = !("continued" in block.dataset);
  if (after >= leastAfter(block) && (before.length >= least || !begins)) return undefined;
  return { block, before, after, begins };
}

/** Fewest lines of a block that may go over to the next page. */
function leastAfter({ dataset }: HTMLElement): number {
  return "loneEnd" in dataset ? 1 : least;
}

/** Whether a place is within the lines of a block, not before the first or between its blocks. */
function isInside({ node, offset }: Break, block: Element): boolean {
  if (node.nodeType === Node.TEXT_NODE) return true;
  const next = node.childNodes[offset];
  return next !== undefined && (next.nodeType === Node.TEXT_NODE || blockOf(next) === block);
}

/** Nothing that asks to stay with what follows is the last thing before a break. */
function keepTogether(place: Break, column: Column): Break {
  let kept = place;
  for (;;) {
    const before = beforeBreak(kept);
    if (!before || !staysWithNext(before)) return kept;
    kept = raiseBreak({ node: kept.node, offset: kept.offset - 1 }, column.content);
  }
}

/** The element that ends where a column would be cut. */
function beforeBreak({ node, offset }: Break): Element | undefined {
  if (node.nodeType === Node.TEXT_NODE) return undefined;
  const before = node.childNodes[offset - 1];
  return before?.nodeType === Node.ELEMENT_NODE ? (before as Element) : undefined;
}

function staysWithNext(element: Element): boolean {
  for (let last: Element | null = element; last; last = last.lastElementChild) {
    if (getComputedStyle(last).breakAfter === "avoid") return true;
  }
  return false;
}

function topOf({ node, offset }: Break): number {
  if (node.nodeType === Node.TEXT_NODE) {
    const text = node as Text;
    return rectsOf(text, offset, Math.min(offset + 1, text.length))[0]?.top ?? 0;
  }
  const next = node.childNodes[offset] as Element | undefined;
  return next?.nodeType === Node.ELEMENT_NODE
    ? (next.getClientRects()[0]?.top ?? 0)
    : (node as Element).getBoundingClientRect().top;
}
