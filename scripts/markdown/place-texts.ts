import type { Nodes, Parents, Root } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Point } from "unist";
import { pointAfter } from "./point-after.ts";
import { pointAlong } from "./point-along.ts";

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

/** A text of several lines has lost their indents, so that its length says nothing of offsets. */
function after(start: Point, text: string): Point {
  const end = pointAfter(start, text);
  return end.line === start.line ? pointAlong(start, text.length) : end;
}
