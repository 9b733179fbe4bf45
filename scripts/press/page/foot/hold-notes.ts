import { columnWidths, fixColumns } from "../tables/columns.ts";
import { hold, isPlain, showHeld } from "../tables/hold-back.ts";

// Pages' worth of a note that stay: what one takes at most, and as much again, since notes of two pages are common, and
// what is held back fixes the columns of its tables.
const ahead = 2.5;
// Parts of these are held back one by one; all else stays whole.
const containers = new Set(["UL", "OL", "LI", "DL", "BLOCKQUOTE", "DIV", "TABLE", "TBODY"]);

/**
 * Holds back what of long notes is pages away: each foot and each cut would lay all of it out again.
 * @param list
 *   Notes as laid out, their tables made to fit.
 * @param room
 *   Height of a page's column, CSS px.
 */
export function holdNotes(list: HTMLElement, room: number): void {
  const away = notesOf(list).flatMap((note) => {
    const { top, bottom } = note.getBoundingClientRect();
    return bottom - top > room * ahead ? partsBelow(note, top + room * ahead) : [];
  });
  for (const table of new Set(away.flatMap(({ part }) => tableOf(part))))
    fixColumns(table, columnWidths(table));
  for (const { part, height } of away) hold(part, height);
}

/**
 * Shows of what is held back of notes as much as a page can take.
 * @param list
 *   The notes.
 * @param room
 *   Height of a page's column, CSS px.
 */
export function showNotes(list: HTMLElement, room: number): void {
  for (const note of notesOf(list)) {
    const parts = heldOf(note);
    let height = parts.length > 0 ? note.getBoundingClientRect().height : room * ahead;
    for (const part of parts) {
      if (height >= room * ahead) break;
      height += Number(part.dataset.held);
      showHeld(part);
    }
  }
}

/** Height of what is held back of a note, CSS px. */
export function heldHeight(note: HTMLElement): number {
  return heldOf(note).reduce((sum, { dataset }) => sum + Number(dataset.held), 0);
}

function notesOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(":scope > .note")];
}

function heldOf(note: HTMLElement): HTMLElement[] {
  return [...note.querySelectorAll<HTMLElement>("[data-held]")];
}

/** What of an element begins below a line, in order, each with its height and the space after it. */
function partsBelow(parent: HTMLElement, line: number): { part: HTMLElement; height: number }[] {
  const parts = ([...parent.children] as HTMLElement[]).filter(
    (part) => part.tagName !== "COLGROUP" && !("held" in part.dataset),
  );
  const boxes = parts.map((part) => part.getBoundingClientRect());
  const { bottom } = parent.getBoundingClientRect();
  return parts.flatMap((part, index) => {
    const box = boxes[index] as DOMRect;
    if (box.top > line) return [{ part, height: (boxes[index + 1]?.top ?? bottom) - box.top }];
    return box.bottom > line && isParted(part) ? partsBelow(part, line) : [];
  });
}

function isParted(part: HTMLElement): boolean {
  if (part instanceof HTMLTableElement && !isPlain(part)) return false;
  return containers.has(part.tagName) && part.childNodes.length === part.childElementCount;
}

/** The table that a row stands in. */
function tableOf(part: HTMLElement): HTMLTableElement[] {
  const table = part.tagName === "TR" ? part.closest("table") : null;
  return table ? [table] : [];
}
