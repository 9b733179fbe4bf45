import type { Root } from "hast";
import { visit } from "unist-util-visit";
import { rawNames } from "../nodes/raw-names.ts";

// Names only where a tag begins: not in a comment, nor in what an attribute says.
const tag = new RegExp(
  `<!--(?:-?>|[\\s\\S]*?-->)|(?<open></?)(?<name>${Object.keys(rawNames).join("|")})(?=[\\s/>])|</?[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>`,
  "giu",
);

/**
 * Renames elements whose tags are left out and in which the parser of HTML would take other tags for words, such as
 * `<title>`. Runs before the HTML is parsed; places stay. What sanitises calls them by their names again.
 * @returns
 *   Transform.
 */
export function rehypeRawNames() {
  return (tree: Root): void => {
    visit(tree, "raw", (node) => {
      node.value = node.value.replace(tag, (whole, open?: string, name?: string) =>
        name === undefined ? whole : `${open}${rawNames[name.toLowerCase()]}`,
      );
    });
  };
}
