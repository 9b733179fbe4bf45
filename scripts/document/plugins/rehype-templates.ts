import type { Nodes, Root } from "hast";
import { visit } from "unist-util-visit";

/**
 * Puts what HTML elements `template` hold where they stand: in a tree of their own, as the parser leaves it, it would go
 * with them unseen. Runs behind the parser of raw HTML.
 * @returns
 *   Transform.
 */
export function rehypeTemplates() {
  return (tree: Root): void => {
    visit(tree, "element", (node) => {
      if (!node.content) return;
      visit(node.content, restore);
      node.children = node.content.children as typeof node.children;
      delete node.content;
    });
  };
}

/** Puts a node back that the parser did not know and carried in a comment; it finds only those of its own tree. */
function restore(node: Nodes, index: number | undefined, parent: Parent | undefined): void {
  const { stitch } = (node.type === "comment" ? node.value : "") as { stitch?: Nodes };
  if (stitch && parent && index !== undefined) parent.children[index] = stitch;
}

interface Parent {
  children: Nodes[];
}
