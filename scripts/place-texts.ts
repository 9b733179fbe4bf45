import type { Nodes, Parents, Root } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Point } from "unist";

/**
 * Gives a place to the texts and links beside an address that GFM finds only once all else is parsed, such as one in
 * quotation marks: without, nobody can say where they stand in the file.
 * @param tree
 *   A whole text as parsed; changed in place. Places reckoned are right in their lines, and in their columns but for escapes.
 */
export function placeTexts(tree: Root): void {
  place(tree, tree.position?.start);
}

function place(parent: Parents, start: Point | undefined): void {
  let at = start;
  for (const child of parent.children as Nodes[]) {
    if (!child.position && at) child.position = { start: at, end: after(at, textOf(child)) };
    at = child.position?.end ?? at;
    if ("children" in child) place(child, child.position?.start);
  }
}

function after({ line, column, offset }: Point, text: string): Point {
  const lines = text.split(/\r\n|\r|\n/u);
  const last = lines.at(-1)?.length ?? 0;
  if (lines.length > 1) return { line: line + lines.length - 1, column: last + 1 };
  return { line, column: column + last, ...(offset !== undefined && { offset: offset + last }) };
}
