import type { Comment, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";

/**
 * Puts comments around the white space beside raw HTML, so that text of the HTML doesn't grow together with it, or with
 * that of the next piece, and keeps its place, and one at the end, so that no words wait for what never comes, as text in a
 * table that is not closed does. Runs before the HTML is parsed; what sanitises takes comments out.
 * @returns
 *   Transform.
 */
export function rehypeRawBorders() {
  return (tree: Root): void => {
    visit(tree, "text", (node, index, parent) => {
      // White space that stands between blocks was never typed, so it has no place.
      if (!parent || index === undefined || node.position || node.value.trim() !== "") return;
      const beside = [parent.children[index - 1], parent.children[index + 1]];
      // A block of HTML that calls notes is a root of its own.
      if (!beside.some((one) => one?.type === "raw" || (one?.type as string) === "root")) return;
      parent.children.splice(index, 1, border(), node, border());
      return [SKIP, index + 3];
    });
    tree.children.push(border());
  };
}

function border(): Comment {
  return { type: "comment", value: "" };
}
