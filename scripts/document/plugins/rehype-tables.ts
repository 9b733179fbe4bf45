import type { Element, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { SKIP, visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { complain } from "../../complain.ts";

/**
 * Makes tables and task lists say what they are: header cells get a scope, boxes the words they belong to as
 * their name; the classes of Markdown's own output go.
 * @returns
 *   Transform; warns `table-no-heads`.
 */
export function rehypeTables() {
  return (tree: Root, file: VFile): void => {
    visit(tree, "element", (node, _index, parent) => {
      const { tagName, properties } = node;
      if (tagName !== "div" || String(properties.className) === "") delete properties.className;
      if (tagName === "table" && !hasHeads(node)) reportHeads(node, file);
      if (tagName === "th") properties.scope ??= parent && isRow(parent as Element) ? "row" : "col";
      if (tagName === "input") properties.ariaLabel = textOf(parent as Element).trim();
    });
  };
}

/** Whether a cell says what others are about. */
function hasHeads(table: Element): boolean {
  let found = false;
  visit(table, "element", (node) => {
    if (node.tagName === "table" && node !== table) return SKIP;
    if (node.tagName === "th") found ||= textOf(node).trim() !== "";
  });
  return found;
}

/** Whether the heads in a row are of the row, not of columns: then it has other cells too. */
function isRow({ children }: Element): boolean {
  return children.some((cell) => cell.type === "element" && cell.tagName === "td");
}

function reportHeads(table: Element, file: VFile): void {
  complain(
    file,
    "table-no-heads",
    table,
    "This table has no heads, so who hears it can't tell what a cell is about",
    "Say in its first line what each column holds; in HTML, with `<th>`.",
  );
}
