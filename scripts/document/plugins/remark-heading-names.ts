import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import { headingName } from "../../markdown/heading-name.ts";

/**
 * Gives headings the names for links that are typed behind them.
 * @returns
 *   Transform; the name is the heading's `id`.
 */
export function remarkHeadingNames() {
  return (tree: Root): void => {
    visit(tree, "heading", (heading) => {
      const named = headingName(heading);
      if (!named) return;
      heading.children = named.children;
      heading.data = { ...heading.data, hProperties: { id: named.name } };
    });
  };
}
