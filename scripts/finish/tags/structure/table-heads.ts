import type { Structure } from "./structure-element.ts";
import { placeCells, type TableCell } from "./table-cells.ts";

/**
 * Names to each cell of a table the heads that say what it is, where readers cannot tell by rows and columns alone: where
 * heads stand one over the other or beside each other, reach over several rows or columns, or are over a group of rows.
 * Readers of PDF 1.7 take but one head from a row and a column (ISO 32000-1, table 349: `Headers`).
 * @param table
 *   `Table` whose rows are of one length; changed in place.
 */
export function nameHeads(table: Structure): void {
  const cells = placeCells(table);
  const heads = cells.filter(isHead);
  if (heads.every(isPlain) || heads.some((head) => idOf(head) === undefined)) return;
  const grid = gridOf(cells);
  for (const cell of cells) {
    const over = headsOver(cell, grid, heads);
    if (over.length === 0) continue;
    cell.structure.heads = over.map((head) => idOf(head) as string);
    for (const head of over) head.structure.id = idOf(head) as string;
  }
}

/** Cells by row and column. */
function gridOf(cells: readonly TableCell[]): TableCell[][] {
  const grid: TableCell[][] = [];
  for (const cell of cells)
    for (let y = cell.y; y < cell.y + cell.rows; y++) {
      const row = grid[y] ?? [];
      grid[y] = row;
      for (let x = cell.x; x < cell.x + cell.columns; x++) row[x] = cell;
    }
  return grid;
}

function isHead({ structure }: TableCell): boolean {
  return structure.type === "TH";
}

/** Whether a head says all by its scope: one in the first row or in the first column. */
function isPlain(head: TableCell): boolean {
  const first = runs(head, "row") ? head.x === 0 : head.y === 0;
  return first && head.columns === 1 && head.rows === 1 && !isOfGroup(head);
}

function idOf({ structure }: TableCell): string | undefined {
  const place = structure.source?.attributes["data-place"];
  return place === undefined ? undefined : `cell-${place}`;
}

function runs({ structure }: TableCell, along: "row" | "column"): boolean {
  return (structure.attributes?.Table?.Scope === "Row") === (along === "row");
}

function isOfGroup({ structure }: TableCell): boolean {
  return structure.source?.attributes.scope === "rowgroup";
}

/** As HTML finds them (4.9.12.2): up the column, along the row, and over the group of rows; in reading order. */
function headsOver(cell: TableCell, grid: TableCell[][], heads: readonly TableCell[]): TableCell[] {
  const found = new Set<TableCell>();
  for (let x = cell.x; x < cell.x + cell.columns; x++) {
    const above = grid.slice(0, cell.y).map((row) => row[x]);
    scan(cell, above.reverse(), "column", found);
  }
  for (let y = cell.y; y < cell.y + cell.rows; y++) {
    const before = grid[y]?.slice(0, cell.x) ?? [];
    scan(cell, before.reverse(), "row", found);
  }
  for (const head of heads) {
    const before = head.x < cell.x + cell.columns && head.y < cell.y + cell.rows;
    if (isOfGroup(head) && head.group === cell.group && before) found.add(head);
  }
  found.delete(cell);
  return heads.filter((head) => found.has(head));
}

/** Adds the heads among the cells before one, nearest first: one as wide as another nearer one is no longer over it. */
function scan(
  from: TableCell,
  cells: ReadonlyArray<TableCell | undefined>,
  along: "row" | "column",
  found: Set<TableCell>,
): void {
  const opaque = new Set<string>();
  let block = isHead(from) ? [from] : [];
  for (const cell of new Set(cells)) {
    if (!cell) continue;
    if (!isHead(cell)) {
      for (const head of block) opaque.add(extent(head, along));
      block = [];
      continue;
    }
    block.push(cell);
    if (runs(cell, along) && !isOfGroup(cell) && !opaque.has(extent(cell, along))) found.add(cell);
  }
}

function extent({ x, y, columns, rows }: TableCell, along: "row" | "column"): string {
  return along === "column" ? `${x} ${columns}` : `${y} ${rows}`;
}
