import type { Element, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";

/**
 * Makes tables and task lists say what they are: header cells get a scope, boxes the words they belong to as
 * their name; the classes of Markdown's own output go.
 * @returns
 *   Transform.
 */
export function rehypeTables() {
  return (tree: Root): void => {
    visit(tree, "element", (node, _index, parent) => {
      const { tagName, properties } = node;
      if (tagName !== "div" || String(properties.className) === "") delete properties.className;
      if (tagName === "th") properties.scope ??= "col";
      if (tagName === "input") properties.ariaLabel = textOf(parent as Element).trim();
    });
  };
}
