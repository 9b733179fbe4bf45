import type { Definition, Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";

/**
 * Says where a line is not printed since Markdown takes it for the address of a link that the text has not, as it does
 * with a typed note of one word behind a colon, `[1]: Ibid.`, or that it has by another line already. `[//]: # (words)`
 * is how comments are written, and leads nowhere.
 * @returns
 *   Transform; `link-unused`.
 */
export function remarkLostDefinitions() {
  return (tree: Root, file: VFile): void => {
    const used = new Set<string>();
    const definitions: Definition[] = [];
    visit(tree, (node) => {
      if (node.type === "definition") definitions.push(node);
      if (node.type === "linkReference" || node.type === "imageReference")
        used.add(node.identifier);
    });
    const known = new Set<string>();
    for (const definition of definitions) {
      const { identifier, url } = definition;
      const again = known.has(identifier);
      known.add(identifier);
      if (url === "#" || (used.has(identifier) && !again)) continue;
      const why = again ? "an address for it stands above" : "no link asks for it";
      complain(
        file,
        "link-unused",
        definition,
        `This line is not printed: it gives “${definition.label ?? identifier}” an address, and ${why}`,
        "Take the line out; or, if it is a note, the colon.",
      );
    }
  };
}
