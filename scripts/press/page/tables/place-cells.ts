/** A cell of a table and where it begins. */
export interface PlacedCell {
  cell: HTMLTableCellElement;
  /** Index of its row among those given, and of its first column. */
  row: number;
  column: number;
}

/**
 * Says in which columns the cells of rows stand, those counted in that go on from rows above.
 * @param rows
 *   Rows of a table, in order.
 */
export function placeCells(rows: Iterable<HTMLTableRowElement>): PlacedCell[] {
  const placed: PlacedCell[] = [];
  // How many more rows each column is taken for; no cell goes on beyond its part of the table.
  let taken: number[] = [];
  let part: Element | null = null;
  for (const [index, row] of [...rows].entries()) {
    if (row.parentElement !== part) taken = [];
    part = row.parentElement;
    let column = 0;
    for (const cell of row.cells) {
      while ((taken[column] ?? 0) > 0) column++;
      placed.push({ cell, row: index, column });
      // 0: to the end.
      taken.length = Math.max(taken.length, column + cell.colSpan);
      taken.fill(cell.rowSpan || Number.POSITIVE_INFINITY, column, column + cell.colSpan);
      column += cell.colSpan;
    }
    taken = Array.from(taken, (rows = 0) => Math.max(rows - 1, 0));
  }
  return placed;
}
