import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import { sourceOf } from "../typed/source.ts";

/**
 * Finds calls that the parser left as text because no note has their name.
 * @param tree
 *   The text.
 * @param file
 *   Its file, for complaints: `note-undefined`.
 */
export function reportUndefined(tree: Root, file: VFile): void {
  if (!String(file).includes("[^")) return;
  const source = sourceOf(String(file));
  visit(tree, "text", (node) => {
    const start = node.position?.start;
    if (!node.value.includes("[^") || !start) return;
    const typed = source.slice(node);
    for (const match of typed.matchAll(/(?<!\\)\[\^([^\]\s]+)\](?!:)/g)) {
      complain(
        file,
        "note-undefined",
        source.after(start, match.index),
        `There is no note “${match[1]}”; its mark is printed as typed`,
        `Write the note on a line of its own: \`[^${match[1]}]: ...\`.`,
      );
    }
  });
}
