import { type Column, isBeyond, isFull } from "./column.ts";

// What a table keeps together may leave a hole as high as itself; from this share of a page on the hole is worse.
const most = 0.5;

/**
 * Lets pages part what tables ask to keep together, a row or two of them beside each other, where it is higher than
 * half of what the table's heads leave of a page: the text before would be torn apart to stay with it.
 * @param content
 *   Text as laid out.
 * @param height
 *   Height of a page's column, CSS px.
 */
export function slackenTables(content: HTMLElement, height: number): void {
  const slack = [...content.querySelectorAll("table")].filter((table) => slacken(table, height));
  if (slack.length > 0) layOutAnew(content);
}

function slacken(table: HTMLTableElement, height: number): boolean {
  if (heightOf(table) < height * most) return false;
  // Chromium repeats heads in each column: the first box is theirs.
  const room = height - (table.tHead?.getClientRects()[0]?.height ?? 0);
  const tooHigh = (together: readonly HTMLElement[]) =>
    together.reduce((sum, row) => sum + heightOf(row), 0) > room * most;
  const rows = [...table.rows].filter((row) => row.parentElement !== table.tHead);
  const high = rows.filter((row) => tooHigh([row]));
  const pairs = [rows.slice(0, 2), rows.slice(-2)].filter(tooHigh);
  for (const row of high) {
    row.style.breakInside = "auto";
    // The styles make the space under its lines one that a page may end in: Chromium cuts no padding.
    row.dataset.cuttable = "";
  }
  for (const [row] of pairs) if (row) row.style.breakAfter = "auto";
  return high.length + pairs.length > 0;
}

/**
 * Takes the space under the lines away of a row with which the page ends, so that the table's last rule is on it.
 * @param column
 *   A column of which no text is in another.
 */
export function closeRows(column: Column): void {
  if (!isFull(column)) return;
  for (const row of column.content.querySelectorAll<HTMLElement>("tr[data-cuttable]"))
    if (isBeyond(column, row)) row.dataset.closed = "";
}

/** Chromium keeps the break it chose in the text before a table when only the table's wishes change. */
function layOutAnew(content: HTMLElement): void {
  content.style.display = "none";
  content.getBoundingClientRect();
  content.style.display = "";
}

/** Height of all parts of an element that stands in several columns. */
function heightOf(element: Element): number {
  return [...element.getClientRects()].reduce((sum, { height }) => sum + height, 0);
}
