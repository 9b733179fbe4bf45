import { columnWidths } from "./columns.ts";

/**
 * Keeps columns of few words, such as dates, on one line where that makes the table lower: Chromium gives columns room
 * by how long their longest cell is, and beside sentences breaks whatever can be broken.
 * @param table
 *   A table that has been laid out and fits.
 */
export function keepShortColumns(table: HTMLTableElement): void {
  if (table.querySelector(":scope > colgroup")) return;
  const widths = naturalWidths(table);
  const room = table.getClientRects()[0]?.width ?? 0;
  if (sum(widths) <= room) return;
  const short = (width: number) => width <= room / widths.length;
  if (!widths.some(short)) return;
  const before = heightOf(table);
  const columns = document.createElement("colgroup");
  for (const width of widths) {
    const column = document.createElement("col");
    if (short(width)) column.style.width = `${Math.ceil(width)}px`;
    columns.append(column);
  }
  const caption = table.querySelector(":scope > caption");
  if (caption) caption.after(columns);
  else table.prepend(columns);
  table.dataset.short = "";
  if (heightOf(table) < before) return;
  columns.remove();
  delete table.dataset.short;
}

/** How wide columns would be if no line had to end. */
function naturalWidths(table: HTMLTableElement): number[] {
  table.style.inlineSize = "max-content";
  const widths = columnWidths(table);
  table.style.inlineSize = "";
  return widths;
}

function heightOf(table: HTMLTableElement): number {
  const boxes = [...table.rows].flatMap((row) => [...row.getClientRects()]);
  return sum(boxes.map(({ height }) => height));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
