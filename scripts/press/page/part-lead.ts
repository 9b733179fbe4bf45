import type { Break, Column } from "./column.ts";
import { layOutAnew } from "./lay-out-anew.ts";
import { linesOf } from "./lines.ts";
import { tryBreak } from "./try-break.ts";

// Holes of more than these shares of a page's height are worse than a list that begins the next, and than one line under a
// heading or one item under its lead.
const high = 0.15;
const higher = 0.22;
const colon = /[:：︰։፥፦]\s*$/u;

/**
 * Lets a page end behind the words that lead to a list, a quotation or a table, or behind the first item, where it would
 * end with a hole instead: a heading and a few lines would go over with what they lead to.
 * @param column
 *   A column that has been laid out, as high as the notes of its text leave it.
 * @returns
 *   Whether it did; more text may then call notes.
 */
export function partLead(column: Column): boolean {
  const ending = tryBreak(column, (place) => {
    const lead = place && leadAt(place);
    return lead && { lead, hole: holeAt(place, column) / column.box.clientHeight };
  });
  if (!ending) return false;
  const { lead, hole } = ending;
  return partingsOf(lead, hole).some((kept) => {
    kept.style.breakAfter = "auto";
    layOutAnew(column.content);
    if (tryBreak(column, (later) => !later || isBehind(later, lead))) return true;
    kept.style.breakAfter = "";
    return false;
  });
}

/** What need not stay with what follows, the least loss first. */
function partingsOf(lead: HTMLElement, hole: number): HTMLElement[] {
  if (hole < high) return [];
  const isLong = linesOf(lead).length > 1;
  if (isLong || hole < higher) return isLong ? [lead] : [];
  const list = lead.nextElementSibling as HTMLElement;
  const item = list.matches("ul, ol") && list.children.length > 2 && list.firstElementChild;
  return [
    ...(colon.test(lead.textContent ?? "") ? [] : [lead]),
    ...(item ? [item as HTMLElement] : []),
  ];
}

/** The paragraph that comes after a place, or after headings there, if it asks to stay with what follows. */
function leadAt({ node, offset }: Break): HTMLElement | undefined {
  let element = node.childNodes[offset] as Element | null | undefined;
  while (element instanceof HTMLElement && element.tagName !== "P") {
    if (/^H\d$/.test(element.tagName)) element = element.nextElementSibling;
    else element = element.tagName === "SECTION" ? element.firstElementChild : null;
  }
  if (!(element instanceof HTMLElement)) return undefined;
  return getComputedStyle(element).breakAfter === "avoid" ? element : undefined;
}

/** Height that a column leaves empty, CSS px. */
function holeAt({ node, offset }: Break, { box, content }: Column): number {
  const range = document.createRange();
  range.setStart(content, 0);
  range.setEnd(node, offset);
  const bottoms = [...range.getClientRects()].map(({ bottom }) => bottom);
  return box.getBoundingClientRect().bottom - Math.max(...bottoms);
}

/** Whether a place is behind the beginning of an element. */
function isBehind({ node, offset }: Break, element: Element): boolean {
  const range = document.createRange();
  range.setStart(node, Math.max(offset, 0));
  return range.comparePoint(element, 0) < 0;
}
