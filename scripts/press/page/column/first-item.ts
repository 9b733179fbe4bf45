import type { Break, Column } from "./column.ts";
import { layOutAnew } from "./lay-out-anew.ts";

// Lists in these begin where they have to.
const narrow = "li, td, th, .note";

/**
 * Has the first item of a list go on with the second where it would stand alone at the end of a column, in one line.
 * Chromium is asked to: it knows how much of what leads to the list has to go along.
 * @param place
 *   Where the column ends.
 * @param column
 *   The column.
 * @returns
 *   Lets it part again; `undefined` when nothing was asked, else the column must be looked at anew.
 */
export function keepFirstItem(
  { node, offset }: Break,
  { content }: Column,
): (() => void) | undefined {
  const item = node.childNodes[offset - 1];
  if (!(item instanceof HTMLLIElement) || item !== node.firstChild || item.style.breakAfter)
    return undefined;
  const list = node as HTMLElement;
  if ("continued" in list.dataset || list.parentElement?.closest(narrow)) return undefined;
  const { lineHeight } = getComputedStyle(item);
  if (item.getBoundingClientRect().height > 1.5 * Number.parseFloat(lineHeight)) return undefined;
  item.style.breakAfter = "avoid";
  layOutAnew(content);
  return () => {
    item.style.breakAfter = "";
  };
}
