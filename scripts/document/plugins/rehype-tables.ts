import type { Element, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";
import { visitParents } from "unist-util-visit-parents";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import { isEmptyCell } from "../cells/is-empty-cell.ts";

/**
 * Makes tables say what they are: header cells get a scope; the classes of Markdown's own output go.
 * @returns
 *   Transform; warns `table-no-heads`.
 */
export function rehypeTables() {
  return (tree: Root, file: VFile): void => {
    visitParents(tree, "element", (node, ancestors) => {
      const [parent, part] = ancestors.toReversed() as Element[];
      const { tagName, properties } = node;
      if (tagName !== "div" || String(properties.className) === "") delete properties.className;
      if (tagName === "table" && !hasHeads(node)) reportHeads(node, file);
      if (tagName === "th") nameHead(node, parent as Element, part?.tagName === "thead");
    });
  };
}

/** Gives a head its scope; one that says nothing, as in the corner of a table, is a cell like others. */
function nameHead(node: Element, row: Element, isInHead: boolean): void {
  if (isEmptyCell(node)) {
    node.tagName = "td";
    delete node.properties.scope;
  } else node.properties.scope ??= isOfRow(row, isInHead) ? "row" : "col";
}

/** Whether a cell says what others are about. */
function hasHeads(table: Element): boolean {
  let found = false;
  visit(table, "element", (node) => {
    if (node.tagName === "table" && node !== table) return SKIP;
    if (node.tagName === "th") found ||= !isEmptyCell(node);
  });
  return found;
}

/**
 * Whether the heads in a row are of the row, not of columns: other cells say something too, or wait to be filled in
 * behind the only head, which is the first cell.
 */
function isOfRow({ children }: Element, isInHead: boolean): boolean {
  const cells = children.filter(
    (cell): cell is Element => cell.type === "element" && /^t[dh]$/.test(cell.tagName),
  );
  if (cells.some((cell) => cell.tagName === "td" && !isEmptyCell(cell))) return true;
  const [first, ...others] = cells.map(({ tagName }) => tagName);
  return !isInHead && first === "th" && others.length > 0 && others.every((name) => name === "td");
}

function reportHeads(table: Element, file: VFile): void {
  complain(
    file,
    "table-no-heads",
    table,
    "This table has no heads, so who hears it can't tell what a cell is about",
    "Say in its first line what each column holds; in HTML, with `<th>`. If it only sets things side by side, write paragraphs or a list.",
  );
}
