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
      if (tagName === "th") nameHead(node, parent as Element);
      if (tagName === "input") properties.ariaLabel = textOf(parent as Element).trim();
    });
  };
}

/** Gives a head its scope; one that says nothing, as in the corner of a table, is a cell like others. */
function nameHead(node: Element, row: Element): void {
  if (isEmpty(node)) {
    node.tagName = "td";
    delete node.properties.scope;
  } else node.properties.scope ??= isOfRow(row) ? "row" : "col";
}

function isEmpty(cell: Element): boolean {
  return textOf(cell).trim() === "" && !cell.children.some(({ type }) => type === "element");
}

/** Whether a cell says what others are about. */
function hasHeads(table: Element): boolean {
  let found = false;
  visit(table, "element", (node) => {
    if (node.tagName === "table" && node !== table) return SKIP;
    if (node.tagName === "th") found ||= !isEmpty(node);
  });
  return found;
}

/** Whether the heads in a row are of the row, not of columns: then other cells say something too. */
function isOfRow({ children }: Element): boolean {
  return children.some(
    (cell) => cell.type === "element" && cell.tagName === "td" && !isEmpty(cell),
  );
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
