import type { Root } from "mdast";
import { visit } from "unist-util-visit";

/**
 * Gives a table as many columns as its longest row has cells: else cells beyond those of its head would be left out, as
 * a `|` in a sentence makes them.
 * @returns
 *   Transform.
 */
export function remarkWideRows() {
  return (tree: Root): void => {
    visit(tree, "table", (table) => {
      const columns = Math.max(...table.children.map(({ children }) => children.length));
      table.align = Array.from({ length: columns }, (_, index) => table.align?.[index] ?? null);
    });
  };
}
