import { showAll } from "../tables/hold-back.ts";
import { betterBreak, partFromNext } from "./better-break.ts";
import { keepFirstItem } from "./first-item.ts";
import { keepWordWhole } from "./hyphen.ts";
import { findOverflow, raiseBreak } from "./overflow.ts";

/**
 * One column of type as high as the space for it. The box is a multicol container one column wide, so
 * Chromium itself breaks lines, keeps headings with their text, minds widows and orphans, and what
 * does not fit stands in a second column beside it. We find where that column begins and cut there.
 */
export interface Column {
  /** The multicol box. */
  readonly box: HTMLElement;
  /** What it holds. */
  readonly content: HTMLElement;
}

/** Where a column ends: before child `offset` of an element, or before character `offset` of a text. */
export interface Break {
  node: Node;
  offset: number;
}

// The second column begins beyond a gap of 1000 px or more; what is too wide for its column ends before.
const beyond = 600;

/**
 * Finds the first place in document order that stands in a later column.
 * @param column
 *   A column that has been laid out.
 * @param undo
 *   Gets what undoes each change that was made to the text so that it ends well, the last one last.
 * @returns
 *   The place; `undefined` when everything fits; the start of the content when nothing does.
 */
export function findBreak(column: Column, undo: Array<() => void> = []): Break | undefined {
  const edge = column.box.getBoundingClientRect().right + beyond;
  const isAll = () => !showAll(column.content);
  if (!isFull(column) && isAll()) return undefined;
  const hasChanged = (back: (() => void) | undefined) => back && undo.push(back) > 0;
  for (let tries = 0; ; tries++) {
    const found = findOverflow(column.content, edge);
    if (!found && isAll()) return undefined;
    if (!found) continue;
    // No word is broken over a page, not even at a hyphen of its own.
    if (tries < 4 && hasChanged(keepWordWhole(found))) continue;
    const raised = raiseBreak(found, column.content);
    if (tries < 4 && hasChanged(keepFirstItem(raised, column))) continue;
    const place = betterBreak(raised, column, edge);
    if (tries < 4 && hasChanged(partFromNext(place, column, edge))) continue;
    return place;
  }
}

/** Whether any of an element stands in a later column. */
export function isBeyond({ box }: Column, element: Element): boolean {
  const edge = box.getBoundingClientRect().right + beyond;
  return element.getBoundingClientRect().right > edge;
}

/** Whether a column holds more than it has room for. */
export function isFull({ box }: Column): boolean {
  return box.scrollWidth > box.clientWidth + beyond;
}
