import type { Break, Column } from "./column.ts";
import { holeAt } from "./hole-at.ts";
import { layOutAnew } from "./lay-out-anew.ts";
import { linesOf } from "./lines.ts";
import { tryBreak } from "./try-break.ts";

// Holes of more than these shares of a page's height are worse than a list that begins the next, and than one line under a
// heading or one item under its lead.
const high = 0.15;
const higher = 0.22;
// Of a table's rows none stands alone, but above a hole of this share.
const highest = 0.3;
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
    return lead && { lead, hole: holeAt(place, column), isCut: lead.contains(place.node) };
  });
  // One that is cut has its beginning on the page.
  if (!ending || (ending.isCut && ending.hole < higher)) return false;
  const { lead, hole } = ending;
  return partingsOf(lead, hole).some((kept) => {
    kept.style.breakAfter = "auto";
    layOutAnew(column.content);
    if (tryBreak(column, (later) => !later || holeAt(later, column) < hole)) return true;
    kept.style.breakAfter = "";
    layOutAnew(column.content);
    return false;
  });
}

/** What need not stay with what follows, the least loss first. */
function partingsOf(lead: HTMLElement, hole: number): HTMLElement[] {
  if (hole < high) return [];
  if (lead instanceof HTMLTableElement) return firstOf(lead, hole);
  // A row that pages may cut begins under its lead.
  if (lead.nextElementSibling?.querySelector("tr[data-cuttable]")) return [];
  const isLong = linesOf(lead).length > 1;
  if (isLong || hole < higher) return isLong ? [lead] : [];
  const first = firstOf(lead.nextElementSibling, hole);
  return colon.test(lead.textContent ?? "") ? first : [lead, ...first];
}

/** The first item of a list of three or more, or the first row of a table of four or more. */
function firstOf(element: Element | null, hole: number): HTMLElement[] {
  const isTable = element instanceof HTMLTableElement;
  if (isTable && hole < highest) return [];
  const parts = isTable ? element.tBodies[0]?.rows : element?.matches("ul, ol") && element.children;
  const [first] = parts && parts.length > (isTable ? 3 : 2) ? parts : [];
  return first instanceof HTMLElement ? [first] : [];
}

/**
 * The paragraph in which a place is, or that comes after it or after headings there, if it asks to stay with what
 * follows; or a table that does.
 */
function leadAt({ node, offset }: Break): HTMLElement | undefined {
  const cut = (node instanceof Element ? node : node.parentElement)?.closest("p");
  let element = cut ?? (node.childNodes[offset] as Element | null | undefined);
  while (element instanceof HTMLElement && !/^(P|TABLE)$/.test(element.tagName)) {
    if (/^H\d$/.test(element.tagName)) element = element.nextElementSibling;
    else element = element.tagName === "SECTION" ? element.firstElementChild : null;
  }
  if (!(element instanceof HTMLElement)) return undefined;
  if (element.tagName === "TABLE") return element;
  return getComputedStyle(element).breakAfter === "avoid" ? element : undefined;
}
