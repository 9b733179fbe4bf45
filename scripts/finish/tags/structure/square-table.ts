import { type CellSpan, rowWidths } from "./row-widths.ts";
import type { Structure } from "./structure-element.ts";

/**
 * Gives all rows of a table as many columns: cells that a text left out are there, empty, and none reaches out of
 * the table. PDF/UA-1, 7.5, wants rows of one length; HTML doesn't.
 * @param table
 *   `Table` whose rows have all their cells; changed in place.
 */
export function squareTable(table: Structure): void {
  const parts = partsOf(table);
  for (const rows of parts)
    for (const [index, row] of rows.entries()) keepWithin(row, rows.length - index);
  // However far the last cell of each row reaches, it is one.
  const width = widest(parts, (cells) => cells.with(-1, { ...last(cells), columns: 1 }));
  for (const rows of parts) {
    const widths = rowWidths(rows.map(spansOf));
    for (const [index, row] of rows.entries()) narrow(row, (widths[index] ?? 0) - width);
  }
  const whole = widest(parts, (cells) => cells);
  for (const rows of parts) {
    const widths = rowWidths(rows.map(spansOf));
    for (const [index, row] of rows.entries())
      for (let at = widths[index] ?? 0; at < whole; at++) row.kids.push({ type: "TD", kids: [] });
  }
}

/** Rows by head, body and foot; others are a body. */
function partsOf({ kids }: Structure): Structure[][] {
  const below = (holder: Structure) =>
    holder.kids.filter((kid) => "type" in kid && kid.type === "TR") as Structure[];
  const parts = kids.flatMap((kid) =>
    "type" in kid && /^T(?:Head|Body|Foot)$/.test(kid.type) ? [below(kid)] : [],
  );
  return [...parts, below({ type: "TBody", kids })].filter((rows) => rows.length > 0);
}

function cellsOf(row: Structure): Structure[] {
  return row.kids.filter((kid) => "type" in kid) as Structure[];
}

function spansOf(row: Structure): CellSpan[] {
  return cellsOf(row).map(({ attributes }) => ({
    columns: Number(attributes?.Table?.ColSpan ?? 1),
    rows: Number(attributes?.Table?.RowSpan ?? 1),
  }));
}

function widest(parts: Structure[][], change: (cells: CellSpan[]) => CellSpan[]): number {
  const widths = parts.flatMap((rows) =>
    rowWidths(rows.map(spansOf).map((cells) => (cells.length > 0 ? change(cells) : cells))),
  );
  return Math.max(0, ...widths);
}

function last(cells: readonly CellSpan[]): CellSpan {
  return cells.at(-1) ?? { columns: 1, rows: 1 };
}

function keepWithin(row: Structure, rows: number): void {
  for (const cell of cellsOf(row))
    if (Number(cell.attributes?.Table?.RowSpan ?? 1) > rows) setSpan(cell, "RowSpan", rows);
}

/** Takes columns too many off the last cell of a row. */
function narrow(row: Structure, columns: number): void {
  const cell = cellsOf(row).at(-1);
  if (cell && columns > 0)
    setSpan(cell, "ColSpan", Math.max(1, last(spansOf(row)).columns - columns));
}

function setSpan(cell: Structure, name: "ColSpan" | "RowSpan", count: number): void {
  const { [name]: _, ...others } = cell.attributes?.Table ?? {};
  const table = count > 1 ? { ...others, [name]: count } : others;
  if (Object.keys(table).length > 0) cell.attributes = { ...cell.attributes, Table: table };
  else delete cell.attributes;
}
