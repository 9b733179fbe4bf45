import { wholeHeight } from "../seen/whole-height.ts";
import { columnWidths, fixColumns } from "./columns.ts";
import { sum } from "./sum.ts";

// Columns' worth of rows that stay: what one takes, and as much again, which shows that it is full.
const ahead = 2;
// Of a table of fewer columns' worth laying out all costs little, and its columns stay free to change.
const worthwhile = 12;

/**
 * Holds rows of long tables back that are pages away: each change of a page would lay all of them out again.
 * @param content
 *   Text as laid out, its tables made to fit.
 * @param height
 *   Height of a page's column, CSS px.
 */
export function holdBack(content: Element, height: number): void {
  for (const table of content.querySelectorAll("table")) {
    if (!isPlain(table)) continue;
    const rows = rowsOf(table).filter((row) => !isHeld(row));
    const heights = rows.map(wholeHeight);
    if (sum(heights) < height * worthwhile) continue;
    fixColumns(table, columnWidths(table));
    let seen = 0;
    for (const [index, row] of rows.entries()) {
      if (seen > height * ahead) hold(row);
      seen += heights[index] ?? 0;
    }
  }
}

/**
 * Shows of what is held back as much as a column can take.
 * @param content
 *   Text as laid out.
 * @param height
 *   Height of a page's column, CSS px.
 * @returns
 *   Whether anything more is shown; then the text must be looked at anew.
 */
export function showAhead(content: Element, height: number): boolean {
  const tables = [...content.querySelectorAll("table")].filter((table) =>
    table.querySelector(held),
  );
  return tables.filter((table) => showRows(table, height * ahead)).length > 0;
}

const held = ":scope > tbody > tr[data-held]";

/**
 * Shows all that is held back of a text.
 * @param content
 *   Text as laid out.
 * @returns
 *   Whether there was any; then the text must be looked at anew.
 */
export function showAll(content: Element): boolean {
  const rows = [...content.querySelectorAll<HTMLElement>("[data-held]")];
  for (const row of rows) showHeld(row);
  return rows.length > 0;
}

/** Shows twice as many rows again and again, until they are high enough. */
function showRows(table: HTMLTableElement, height: number): boolean {
  const rows = rowsOf(table);
  const first = rows.findIndex(isHeld);
  let shown = first;
  while (shown < rows.length && sum(rows.slice(0, shown).map(wholeHeight)) < height) {
    const more = Math.max(shown * 2, 1);
    for (const row of rows.slice(shown, more)) showHeld(row);
    shown = Math.min(more, rows.length);
  }
  return shown > first;
}

/** Whether the layout of a table's rows is the same without those that follow. */
export function isPlain(table: HTMLTableElement): boolean {
  return !table.querySelector(":scope > tfoot, :scope > * > tr > [rowspan]");
}

function rowsOf(table: HTMLTableElement): HTMLTableRowElement[] {
  return [...table.tBodies].flatMap((part) => [...part.rows]);
}

function isHeld(row: HTMLElement): boolean {
  return "held" in row.dataset;
}

/**
 * Holds a part of a text back.
 * @param part
 *   The part.
 * @param height
 *   Its height, CSS px, where that is asked for later.
 */
export function hold(part: HTMLElement, height?: number): void {
  part.style.display = "none";
  part.dataset.held = `${height ?? ""}`;
}

/** Shows a part that is held back. */
export function showHeld(part: HTMLElement): void {
  part.style.display = "";
  delete part.dataset.held;
}
