import { columnWidths, fixColumns } from "./columns.ts";
import { keepShortColumns } from "./short-columns.ts";
import { squeezeColumns } from "./squeeze-columns.ts";

// What the styles do to a table that does not fit, one after the other until it does: smaller type, or the smallest
// that is read with ease; hyphens in either; amounts flush, not by their points; words cut anywhere. Hyphens in larger
// type are better than in smaller.
const flush = "least hyphens flush";
const steps = ["small", "least", "small hyphens", "least hyphens", flush, `${flush} anywhere`];
// No word of a language: it is cut at the end of a line like any address.
const address = /^\S*[/.@]\S*$/;

/**
 * Marks tables that are wider than their column with how tight they have to be, for the styles; where nothing else is
 * left, only columns wider than others that have room must cut words.
 * @param content
 *   Text as laid out.
 */
export function tightenTables(content: Element): void {
  for (const table of content.querySelectorAll<HTMLTableElement>("table:not([data-judged])")) {
    // Once: each look costs a layout of all that is there, and what pages cut keeps the widths of its columns.
    table.dataset.judged = "";
    const room = roomOf(table);
    // One that goes on in the next column has a box in each.
    const fits = () => (table.getClientRects()[0]?.width ?? 0) <= room + 1;
    if (fits()) {
      keepShortColumns(table);
      continue;
    }
    for (const link of table.querySelectorAll<HTMLElement>("a[href]"))
      if (address.test(link.textContent ?? "")) link.style.overflowWrap = "anywhere";
    for (const step of steps) {
      if (fits()) break;
      const isLast = step.endsWith("anywhere");
      const whole = isLast ? columnWidths(table) : [];
      table.dataset.tight = step;
      if (isLast) fixColumns(table, squeezeColumns(table, whole, room));
    }
    keepShortColumns(table);
  }
}

/**
 * Takes the marks of `tightenTables` away, for text that is laid out anew in another size.
 * @param content
 *   Text.
 */
export function loosenTables(content: Element): void {
  for (const table of content.querySelectorAll<HTMLTableElement>("table[data-judged]")) {
    delete table.dataset.judged;
    if (!("tight" in table.dataset || "short" in table.dataset)) continue;
    delete table.dataset.tight;
    delete table.dataset.short;
    table.style.tableLayout = "";
    fixColumns(table, []);
  }
}

function roomOf(table: HTMLElement): number {
  const probe = document.createElement("div");
  table.before(probe);
  const width = probe.offsetWidth;
  probe.remove();
  return width;
}
