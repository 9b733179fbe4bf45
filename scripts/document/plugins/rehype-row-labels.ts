import type { Element, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { childrenNamed } from "../children-named.ts";
import { isEmptyCell } from "../is-empty-cell.ts";

/**
 * Makes what a table begins its rows with heads of these rows where the heads of columns leave the first column out:
 * Markdown has no way to write such a head, and who hears “120” must hear whose it is. They keep the look of cells, and
 * so does any first cell without a letter or figure, such as a box to tick.
 * @returns
 *   Transform.
 */
export function rehypeRowLabels() {
  return (tree: Root): void => {
    visit(tree, "element", (table) => {
      if (table.tagName === "table" && isCornered(table)) labelRows(table);
    });
  };
}

/** Whether the first column, and it alone, has no head. Cells over several rows would move what is in it. */
function isCornered(table: Element): boolean {
  const heads = rowsOf(table, "thead").map((row) => cellsOf(row));
  const all = [...heads, ...rowsOf(table, "tbody", "tfoot").map((row) => cellsOf(row))];
  if (all.flat().some(({ properties }) => properties.rowSpan)) return false;
  const corner = heads.every(([first]) => first !== undefined && isEmptyCell(first));
  const others = heads.flatMap(([, ...rest]) => rest);
  return corner && others.some((cell) => cell.tagName === "th" && !isEmptyCell(cell));
}

function labelRows(table: Element): void {
  for (const row of rowsOf(table, "tbody", "tfoot")) {
    const [first, ...others] = cellsOf(row);
    if (first?.tagName !== "td" || first.properties.colSpan || others.length === 0) continue;
    if (!/[\p{L}\p{N}]/u.test(textOf(first))) continue;
    first.tagName = "th";
    Object.assign(first.properties, { scope: "row", className: ["label"] });
  }
}

function rowsOf(table: Element, ...parts: string[]): Element[] {
  return childrenNamed(table, ...parts).flatMap((part) => childrenNamed(part, "tr"));
}

function cellsOf(row: Element): Element[] {
  return childrenNamed(row, "td", "th");
}
