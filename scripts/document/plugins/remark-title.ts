import type { Heading, Root } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import "../nodes/data.ts";

/**
 * Takes the heading that is the title out of the text and leaves it on `file.data.title`: the one leading
 * first-level heading, or a leading heading that repeats a title given elsewhere.
 * @param options
 *   `given`: the title from the front matter, `""` when there is none.
 * @returns
 *   Transform.
 */
export function remarkTitle(options: { given: string }) {
  return (tree: Root, file: VFile): void => {
    const index = tree.children.findIndex((node) => node.type !== "definition");
    const heading = tree.children[index];
    if (heading?.type !== "heading" || heading.depth !== 1) return;
    const repeats = plain(textOf(heading)) === plain(options.given);
    if (options.given ? !repeats : countTop(tree) > 1) return;
    tree.children.splice(index, 1);
    file.data.title = heading;
  };
}

function countTop(tree: Root): number {
  let count = 0;
  visit(tree, "heading", (node: Heading) => {
    if (node.depth === 1) count++;
  });
  return count;
}

function plain(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
}
