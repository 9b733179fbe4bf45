import type { Paragraph, Root, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";

/** Longest line that looks like a heading, in characters. */
const longest = 80;

/**
 * Says where lines that are only bold stand over text as headings do. One alone may be an outcry; of two or more none is
 * in the contents, and who hears the text cannot go from one to the next.
 * @returns
 *   Transform; `heading-bold`.
 */
export function remarkBoldHeadings() {
  return (tree: Root, file: VFile): void => {
    // There they become headings.
    if (file.extname === ".txt") return;
    const found = tree.children.filter(
      (node, index) => isBold(node) && !isBold(tree.children[index + 1] ?? node),
    );
    // Over a text without headings it is the title.
    if (found[0] === tree.children[0] && !tree.children.some(({ type }) => type === "heading"))
      found.shift();
    if (found.length < 2) return;
    for (const node of found)
      complain(
        file,
        "heading-bold",
        node,
        "This line is only bold, so it is in no list of contents and in nobody's list of headings",
        `If it is a heading, write it as one: ## ${textOf(node)}`,
      );
  };
}

function isBold(node: RootContent): node is Paragraph {
  if (node.type !== "paragraph" || node.children.length !== 1) return false;
  const text = textOf(node);
  const isWhole = node.children[0]?.type === "strong" && !text.includes("\n");
  return isWhole && text.length <= longest && !/[.!?:;,…。！？：।]$/u.test(text);
}
