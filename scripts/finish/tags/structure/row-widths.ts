/** How many columns and rows a cell takes. */
export interface CellSpan {
  columns: number;
  rows: number;
}

/**
 * Counts the columns of each row, those that cells of rows above reach into included (HTML, 4.9.12.1).
 * @param rows
 *   Cells of each row of a head, a body or a foot: none reaches beyond it.
 * @returns
 *   Columns by row.
 */
export function rowWidths(rows: ReadonlyArray<readonly CellSpan[]>): number[] {
  // By column: how many rows a cell still takes.
  const taken: number[] = [];
  return rows.map((cells) => {
    let column = 0;
    for (const { columns, rows } of cells) {
      while ((taken[column] ?? 0) > 0) column++;
      for (const end = column + columns; column < end; column++)
        taken[column] = Math.max(taken[column] ?? 0, rows);
    }
    let width = 0;
    for (let at = 0; at < taken.length; at++) {
      if ((taken[at] ?? 0) <= 0) continue;
      width++;
      taken[at] = (taken[at] ?? 0) - 1;
    }
    return width;
  });
}
