import { wholeHeight } from "../seen/whole-height.ts";
import { type Column, isBeyond, isFull } from "./column.ts";
import { layOutAnew } from "./lay-out-anew.ts";
import { tryBreak } from "./try-break.ts";

// What is kept together may leave a hole as high as itself. From these shares of a page on the hole is worse: a row is
// cut, two rows at the beginning or the end of a table are parted.
const highestRow = 1 / 3;
const highestPair = 0.4;

/**
 * Lets pages part what tables ask to keep together, where it is high by what the table's heads leave of a page: the text
 * before would be torn apart to stay with it.
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
  if (wholeHeight(table) < height * highestRow) return false;
  // Chromium repeats heads in each column: the first box is theirs.
  const room = height - (table.tHead?.getClientRects()[0]?.height ?? 0);
  const rows = [...table.rows].filter((row) => row.parentElement !== table.tHead);
  const high = rows.filter((row) => wholeHeight(row) > room * highestRow);
  // The two pairs of three rows are one group.
  const pairs = rows.length === 3 ? [rows] : [rows.slice(0, 2), rows.slice(-2)];
  const parted = pairs.filter(
    (pair) =>
      pair.some((row) => high.includes(row)) ||
      pair.reduce((sum, row) => sum + wholeHeight(row), 0) > room * highestPair,
  );
  for (const row of high) {
    row.style.breakInside = "auto";
    // The styles make the space under its lines one that a page may end in: Chromium cuts no padding.
    row.dataset.cuttable = "";
  }
  for (const pair of parted) for (const row of pair.slice(0, -1)) row.style.breakAfter = "auto";
  return high.length + parted.length > 0;
}

/**
 * Takes the space under the lines away of a row with which the page ends, so that the table's last rule is on it; where
 * the rule itself has no room, Chromium would set all of the row in another column.
 * @param column
 *   A column of which no text is in another.
 */
export function closeRows(column: Column): void {
  if (!isFull(column)) return;
  const rows = [...column.content.querySelectorAll<HTMLElement>("tr[data-cuttable]")];
  const last = rows.filter((row) => isBeyond(column, row));
  for (const row of last) row.dataset.closed = "";
  if (tryBreak(column, (place) => place !== undefined))
    for (const row of last) delete row.dataset.closed;
}
