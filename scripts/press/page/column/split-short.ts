import type { Break, Column } from "./column.ts";
import { holeAt } from "./hole-at.ts";
import { linesOf } from "./lines.ts";
import { tryBreak } from "./try-break.ts";

// A hole of more than this share of a page is worse than the last line of a paragraph at the top of the next.
const high = 0.25;
const heading = /^H\d$/;

/**
 * Lets a page end behind two lines of a paragraph of three, whose last calls a note that has no room under it, where it
 * would end before the paragraph, and its heading, with a hole.
 * @param column
 *   A column that has been laid out, its notes settled.
 * @param room
 *   Height that these leave of it, CSS px.
 * @returns
 *   Whether it does: the notes must be settled anew.
 */
export function splitShort(column: Column, room: number): boolean {
  const { clientHeight } = column.box;
  const ending = tryBreak(column, (place) => {
    const next = place && paragraphAt(place);
    return next && { next, hole: holeAt(place, column) * clientHeight + room - clientHeight };
  });
  if (!ending || ending.hole < high * room) return false;
  const { next } = ending;
  if (!next.querySelector("a.noteref") || linesOf(next).length !== 3) return false;
  next.style.widows = "1";
  // Chromium and we count the lines of it on either side of a page.
  next.dataset.loneEnd = "";
  return true;
}

/** The paragraph that a place is before, or before headings over it. */
function paragraphAt({ node, offset }: Break): HTMLElement | undefined {
  let element = node.childNodes[offset] as Element | null | undefined;
  while (element instanceof HTMLElement && element.tagName !== "P") {
    if (heading.test(element.tagName)) element = element.nextElementSibling;
    else element = element.tagName === "SECTION" ? element.firstElementChild : null;
  }
  return element instanceof HTMLElement ? element : undefined;
}
