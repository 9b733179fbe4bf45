import { bodyWidthsAt, fitColumns, rowsBelowHead, widthsAt } from "./columns.ts";
import { placeCells } from "./place-cells.ts";
import { sum } from "./sum.ts";

/** Letters, about, that every other column has to have room for, or figures are cut as words are. */
const fewest = 5;

/**
 * Makes columns fit into a table that has no room for its words: the widest are narrowed, all to one width, but those of
 * figures no further than these need below the head. A sum that is cut reads as two.
 * @param table
 *   A table whose words may be cut anywhere.
 * @param widths
 *   What its columns need for their words to stay whole, CSS px.
 * @param room
 *   CSS px.
 * @returns
 *   Widths of its columns, CSS px.
 */
export function squeezeColumns(
  table: HTMLTableElement,
  widths: readonly number[],
  room: number,
): number[] {
  const figures = figureColumns(table);
  const words = widths.filter((_, index) => !figures.has(index));
  const left = room - sum([...figures.values()].map(({ body }) => body));
  const size = Number.parseFloat(getComputedStyle(table).fontSize);
  if (figures.size === 0 || left < (words.length * fewest * size) / 2)
    return fitColumns(widths, room);
  const narrowed = fitColumns(words, left);
  // Heads over figures have what others need not.
  const heads = [...figures.values()].map(({ body, head }) => Math.max(head - body, 0));
  const shares = fitColumns(heads, left - sum(narrowed));
  return widths.map((_, index) => {
    const figure = figures.get(index);
    return figure ? figure.body + (shares.shift() as number) : (narrowed.shift() as number);
  });
}

/** Columns of figures, by their index: how wide they are below their heads, and with these, words whole, CSS px. */
function figureColumns(table: HTMLTableElement): Map<number, { body: number; head: number }> {
  const columns = cellsByColumn(rowsBelowHead(table));
  const figures = columns.flatMap((cells, index) => (areFigures(cells) ? index : []));
  const all = cellsByColumn(table.rows);
  const cells = figures.flatMap((index) => all[index] ?? []);
  for (const { style } of cells) {
    style.overflowWrap = "break-word";
    style.minInlineSize = "0";
  }
  const heads = widthsAt(table, "min-content");
  const bodies = bodyWidthsAt(table, "min-content");
  for (const { style } of cells) {
    style.overflowWrap = "";
    style.minInlineSize = "";
  }
  return new Map(
    figures.map((index) => [index, { body: bodies[index] ?? 0, head: heads[index] ?? 0 }]),
  );
}

function cellsByColumn(rows: Iterable<HTMLTableRowElement>): HTMLTableCellElement[][] {
  const columns: HTMLTableCellElement[][] = [];
  for (const { cell, column } of placeCells(rows)) {
    columns[column] ??= [];
    columns[column].push(cell);
  }
  return columns;
}

function areFigures(cells: readonly HTMLTableCellElement[]): boolean {
  const texts = cells.map(({ textContent }) => textContent ?? "");
  return (
    cells.every(({ colSpan }) => colSpan === 1) &&
    texts.some((text) => /\p{N}/u.test(text)) &&
    !texts.some((text) => /\p{L}/u.test(text))
  );
}
