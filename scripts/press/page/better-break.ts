import type { Break, Column } from "./column.ts";
import { blockOf, linesOf, startOfLine } from "./lines.ts";
import { raiseBreak } from "./overflow.ts";
import { rectsOf } from "./rects.ts";

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
  const better = keepTogether(keepLines(place, column, edge), column);
  if (better === place) return place;
  if (better.node === column.content && better.offset === 0) return place;
  const { top, height } = column.box.getBoundingClientRect();
  return (topOf(better) - top) / height < 1 - room ? place : better;
}

/** No first and no last line of a paragraph stands alone. */
function keepLines(place: Break, column: Column, edge: number): Break {
  if (place.node === column.content || place.offset === -1) return place;
  const block = blockOf(place.node);
  if (!isInside(place, block)) return place;
  const lines = linesOf(block);
  const before = lines.filter((line) => line.right < edge);
  const after = lines.length - before.length;
  const begins = !("continued" in block.dataset);
  if (after >= least && (before.length >= least || !begins)) return place;
  const spare = before.length - (least - after);
  const line = before[spare];
  if (after < least && line && spare >= (begins ? least : 1)) return startOfLine(block, line);
  const parent = block.parentNode as Node;
  return raiseBreak(
    { node: parent, offset: [...parent.childNodes].indexOf(block) },
    column.content,
  );
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
    const { node, offset } = kept;
    const before =
      node.nodeType === Node.TEXT_NODE
        ? null
        : (node.childNodes[offset - 1] as Element | undefined);
    if (!before || before.nodeType !== Node.ELEMENT_NODE || !staysWithNext(before)) return kept;
    kept = raiseBreak({ node, offset: offset - 1 }, column.content);
  }
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
