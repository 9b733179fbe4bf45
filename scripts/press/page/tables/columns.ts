import { placeCells } from "./place-cells.ts";
import { sum } from "./sum.ts";

/**
 * The widths of a table's columns as they are laid out.
 * @param table
 *   The table.
 * @param rows
 *   Those of its rows that are asked.
 * @returns
 *   CSS px. Columns in which only cells over several stand share what is left of these.
 */
export function columnWidths(
  table: HTMLTableElement,
  rows: Iterable<HTMLTableRowElement> = table.rows,
): number[] {
  const widths: number[] = [];
  const placed = placeCells(rows);
  for (const { cell, column } of placed.sort((a, b) => a.cell.colSpan - b.cell.colSpan)) {
    const columns = Array.from({ length: cell.colSpan }, (_, index) => column + index);
    const open = columns.filter((index) => widths[index] === undefined);
    const known = sum(columns.map((index) => widths[index] ?? 0));
    for (const index of open) widths[index] = Math.max(widthOf(cell) - known, 0) / open.length;
  }
  return widths;
}

// A cell that stands in two columns has a box in each; the box round both is as wide as the gap between.
function widthOf(cell: Element): number {
  return cell.getClientRects()[0]?.width ?? 0;
}

/**
 * How wide the columns of a table would be in a width of its own.
 * @param table
 *   The table.
 * @param size
 *   That width.
 * @param rows
 *   Those of its rows that are asked; others count too, unless they are not shown.
 * @returns
 *   CSS px.
 */
export function widthsAt(
  table: HTMLTableElement,
  size: "max-content" | "min-content",
  rows?: Iterable<HTMLTableRowElement>,
): number[] {
  table.style.inlineSize = size;
  const widths = columnWidths(table, rows);
  table.style.inlineSize = "";
  return widths;
}

/**
 * The same of what stands below the head of a table, as if it had none.
 * @param table
 *   The table.
 * @param size
 *   Its width.
 * @returns
 *   CSS px.
 */
export function bodyWidthsAt(
  table: HTMLTableElement,
  size: "max-content" | "min-content",
): number[] {
  const { tHead } = table;
  if (tHead) tHead.style.display = "none";
  const widths = widthsAt(table, size, rowsBelowHead(table));
  if (tHead) tHead.style.display = "";
  return widths;
}

/** The rows of a table below its head, in order. */
export function rowsBelowHead(table: HTMLTableElement): HTMLTableRowElement[] {
  return [...table.rows].filter((row) => row.parentElement !== table.tHead);
}

/**
 * Gives a table columns of fixed width, whatever its cells come to hold.
 * @param table
 *   The table.
 * @param widths
 *   CSS px; without any the table is left as it is.
 */
export function fixColumns(table: HTMLTableElement, widths: readonly number[]): void {
  table.querySelector(":scope > colgroup")?.remove();
  if (widths.length === 0) return;
  const columns = document.createElement("colgroup");
  for (const width of widths) {
    const column = document.createElement("col");
    column.style.width = `${width}px`;
    columns.append(column);
  }
  table.style.tableLayout = "fixed";
  table.prepend(columns);
  const caption = table.querySelector(":scope > caption");
  if (caption) table.prepend(caption);
}

/**
 * Makes columns fit into a table by narrowing the widest, all to one width.
 * @param widths
 *   What each column needs, CSS px.
 * @param room
 *   Width of the table, CSS px.
 */
export function fitColumns(widths: readonly number[], room: number): number[] {
  let left = room;
  let most = 0;
  const narrowFirst = [...widths].sort((a, b) => a - b);
  for (const [index, width] of narrowFirst.entries()) {
    most = left / (narrowFirst.length - index);
    if (width > most) break;
    left -= width;
  }
  return widths.map((width) => Math.min(width, most));
}
