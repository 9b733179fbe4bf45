import type { Structure } from "./structure-element.ts";

/** A cell where it stands in its table: column and row, 0-based, and how many it takes. */
export interface TableCell {
  structure: Structure;
  x: number;
  y: number;
  columns: number;
  rows: number;
  /** Number of the head, body or foot that it is in. */
  group: number;
}

/**
 * Finds where the cells of a table stand (HTML, 4.9.12.1).
 * @param table
 *   `Table` whose rows have all their cells.
 * @returns
 *   Cells in reading order.
 */
export function placeCells(table: Structure): TableCell[] {
  const cells: TableCell[] = [];
  const taken = new Set<string>();
  let y = 0;
  for (const [group, rows] of groupsOf(table).entries()) {
    for (const row of rows) {
      let x = 0;
      for (const structure of elementsOf(row)) {
        const { ColSpan = 1, RowSpan = 1 } = structure.attributes?.Table ?? {};
        const [columns, rows] = [Number(ColSpan), Number(RowSpan)];
        while (taken.has(`${x} ${y}`)) x++;
        cells.push({ structure, x, y, columns, rows, group });
        for (let down = 0; down < rows; down++)
          for (let over = 0; over < columns; over++) taken.add(`${x + over} ${y + down}`);
        x += columns;
      }
      y++;
    }
  }
  return cells;
}

/** Rows by head, body and foot, in their order; others are groups of one. */
function groupsOf(table: Structure): Structure[][] {
  return elementsOf(table).flatMap((part) =>
    /^T(?:Head|Body|Foot)$/.test(part.type)
      ? [elementsOf(part).filter(({ type }) => type === "TR")]
      : part.type === "TR"
        ? [[part]]
        : [],
  );
}

function elementsOf({ kids }: Structure): Structure[] {
  return kids.filter((kid): kid is Structure => "type" in kid);
}
