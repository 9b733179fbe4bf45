import type { Element, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { isEmptyCell } from "../cells/is-empty-cell.ts";
import { childrenNamed } from "../nodes/children-named.ts";

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

/** Whether the first column, and it alone, has no head. */
function isCornered(table: Element): boolean {
  const heads = leadsOf(table, "thead");
  const others = heads.flatMap(({ others }) => others);
  if (!heads[0]?.first || heads.some(({ first }) => first && !isEmptyCell(first))) return false;
  return others.some((cell) => cell.tagName === "th" && !isEmptyCell(cell));
}

function labelRows(table: Element): void {
  for (const { first, others } of leadsOf(table, "tbody", "tfoot")) {
    if (first?.tagName !== "td" || first.properties.colSpan || others.length === 0) continue;
    if (!/[\p{L}\p{N}]/u.test(textOf(first))) continue;
    first.tagName = "th";
    Object.assign(first.properties, { scope: "row", className: ["label"] });
  }
}

interface Lead {
  /** The cell in the first column; nothing where one of a row above reaches down. */
  first: Element | undefined;
  others: Element[];
}

function leadsOf(table: Element, ...names: string[]): Lead[] {
  return childrenNamed(table, ...names).flatMap((part) => {
    let taken = 0;
    return childrenNamed(part, "tr").map((row): Lead => {
      const cells = childrenNamed(row, "td", "th");
      if (taken-- > 0) return { first: undefined, others: cells };
      const [first, ...others] = cells;
      taken = Number(first?.properties.rowSpan ?? 1) - 1;
      return { first, others };
    });
  });
}
