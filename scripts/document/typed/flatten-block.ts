import type { Link, LinkReference, Nodes, Parents, Text } from "mdast";

/** A text of a block, and where it stands in the block's words. */
export interface Run {
  text: Text;
  parent: Parents;
  /** The link that it is in, if any; `end`: where that ends in the block's words. */
  link: { node: Link | LinkReference; parent: Parents; end: number } | undefined;
  start: number;
}

// Stands for an image or other content without text of its own: a mark may follow it.
const object = "\uFFFC";

/**
 * Gives the words of a block in one piece.
 * @param block
 *   Paragraph, heading or cell of a table.
 * @returns
 *   Its words, and the texts that they come from, in order.
 */
export function flattenBlock(block: Parents): { value: string; runs: Run[] } {
  const runs: Run[] = [];
  let value = "";
  const walk = (parent: Parents, link?: Run["link"]) => {
    for (const child of parent.children) {
      if (child.type === "text") runs.push({ text: child, parent, link, start: value.length });
      if (!("children" in child)) value += wordsOf(child);
      else if (child.type !== "link" && child.type !== "linkReference") walk(child, link);
      else {
        const around = link ?? { node: child, parent, end: 0 };
        walk(child, around);
        around.end = value.length;
      }
    }
  };
  walk(block);
  return { value, runs };
}

function wordsOf(node: Exclude<Nodes, Parents>): string {
  if (node.type === "text") return node.value;
  if (node.type === "break") return "\n";
  return node.type === "html" ? "" : object;
}
