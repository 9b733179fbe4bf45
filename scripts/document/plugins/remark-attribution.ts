import type { Root } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { visit } from "unist-util-visit";

const dash = /^(?:—|–|--)\s*\S/;

/**
 * Makes the last paragraph of a block quotation its attribution (`footer`) when it begins with a dash.
 * @returns
 *   Transform.
 */
export function remarkAttribution() {
  return (tree: Root): void => {
    visit(tree, "blockquote", (node) => {
      const last = node.children.at(-1);
      // A quotation that is nothing but such a paragraph is somebody speaking, not a source.
      if (node.children.length < 2 || last?.type !== "paragraph") return;
      if (last.children[0]?.type !== "text" || !dash.test(textOf(last))) return;
      last.data = { ...last.data, hName: "footer" };
    });
  };
}
