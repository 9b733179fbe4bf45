import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { complain } from "../../complain.ts";

/** What looks like an image but has a space in its name: Markdown takes all of it for text. */
const spaced =
  /!\[([^[\]\n]*)\]\(\s*([^()<>"\n]*[^()<>"\s]\s[^()<>"\n]*\.(?:gif|jpe?g|png|svg|webp))\s*(?:"[^"\n]*"\s*)?\)/giu;

/**
 * Says where an image is printed as typed because its name has spaces.
 * @returns
 *   Transform; `image-spaces`.
 */
export function remarkLostImages() {
  return (tree: Root, file: VFile): void => {
    visit(tree, "text", (node) => {
      for (const [, description, name = ""] of node.value.matchAll(spaced)) {
        complain(
          file,
          "image-spaces",
          node,
          `The image “${name}” is printed as text, since its name has spaces`,
          `Put the name between < and >: ![${description}](<${name}>).`,
        );
      }
    });
  };
}
