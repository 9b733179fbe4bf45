import { type PlacedCell, placeCells } from "./place-cells.ts";

/**
 * Finds the cells that reach from rows of a table's part into one of its rows.
 * @param part
 *   Body, head or foot of a table.
 * @param border
 *   Index of the row.
 */
export function cellsInto(part: HTMLTableSectionElement, border: number): PlacedCell[] {
  return placeCells(part.rows).filter(
    ({ cell, row }) => row < border && (!cell.rowSpan || row + cell.rowSpan > border),
  );
}

/**
 * Gives the rest of a table the cells that reach into it from rows that stay: columns of its rows keep their places,
 * and a head of several rows is said again.
 * @param stays
 *   The part of a table's body that stays.
 * @param rest
 *   The other part.
 * @param tails
 *   What is cut off of such cells.
 */
export function carrySpans(
  stays: HTMLTableSectionElement,
  rest: HTMLTableSectionElement,
  tails: ReadonlyMap<HTMLElement, DocumentFragment>,
): void {
  const [first] = rest.rows;
  if (!first) return;
  // A row that was cut itself is in both.
  const border = stays.rows.length - ("continued" in first.dataset ? 1 : 0);
  const carried = cellsInto(stays, border)
    .map(({ cell, row, column }) => ({ column, copy: copyOf(cell, border - row, tails.get(cell)) }))
    .sort((one, other) => one.column - other.column);
  const own = [...first.cells];
  for (let column = 0; carried.length > 0; ) {
    const next = carried[0]?.column === column ? carried.shift()?.copy : own.shift();
    if (!next) break;
    first.append(next);
    column += next.colSpan;
  }
  first.append(...own);
}

/** A copy of a cell for the rows that are left of it, with what is cut off of it; else only heads say their words again. */
function copyOf(cell: HTMLTableCellElement, gone: number, tail?: DocumentFragment) {
  const again = !tail && cell.tagName === "TH";
  const copy = cell.cloneNode(again) as HTMLTableCellElement;
  if (cell.rowSpan) copy.rowSpan = cell.rowSpan - gone;
  for (const element of [copy, ...copy.querySelectorAll("[id]")]) element.removeAttribute("id");
  for (const call of copy.querySelectorAll("a.noteref")) call.removeAttribute("href");
  copy.dataset.carried = "";
  if (!tail) {
    copy.dataset.repeated = "";
    return copy;
  }
  copy.append(tail);
  copy.dataset.continued = "";
  cell.dataset.continues = "";
  return copy;
}
