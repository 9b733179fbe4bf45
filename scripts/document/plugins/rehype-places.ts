import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";

const placed = new Set([
  ...["blockquote", "caption", "dd", "div", "dt", "figcaption", "figure", "footer", "h1", "h2"],
  ...["h3", "h4", "h5", "h6", "li", "p", "pre", "table", "td", "th", "aside"],
]);

/**
 * Writes on every block where in the source it begins: `data-place="line:column"`.
 * @returns
 *   Transform.
 */
export function rehypePlaces() {
  return (tree: Root): void => {
    visit(tree, "element", (element) => {
      const { position, properties, tagName } = element;
      if (position && placed.has(tagName) && !isHint(element))
        properties.dataPlace = `${position.start.line}:${position.start.column}`;
    });
  };
}

/** Whether an element says how others are set. */
function isHint({ tagName, properties: { className } }: Element): boolean {
  return tagName === "div" && Array.isArray(className) && className.length > 0;
}
