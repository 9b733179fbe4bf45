import type { Element, ElementContent, Parents, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { h } from "hastscript";
import { SKIP, visitParents } from "unist-util-visit-parents";

/**
 * Puts each table into a box that scrolls where a screen is too narrow for it. The box can be reached by keys, since not
 * every browser lets them scroll what they don't reach, and has the name of the table or of the part of the text it
 * stands in; the table stays one for those that take what scrolls for none.
 * @param options
 *   `title`: name of what stands in no part.
 * @returns
 *   Transform.
 */
export function rehypeScrollers(options: { title: string }) {
  return (tree: Root | Element): void => {
    visitParents(tree, "element", (table, ancestors) => {
      if (table.tagName !== "table") return;
      const parent = ancestors.at(-1) as Parents;
      const name = nameOf(table, ancestors) ?? { ariaLabel: options.title };
      const box = h("div.scroller", { role: "group", tabIndex: 0, ...name }, [table]);
      (parent.children as ElementContent[])[parent.children.indexOf(table as never)] = box;
      // Of a table in a table the outer box scrolls.
      return SKIP;
    });
  };
}

function nameOf(table: Element, ancestors: Parents[]): Element["properties"] | undefined {
  const caption = table.children.find(
    (child): child is Element => child.type === "element" && child.tagName === "caption",
  );
  if (caption) return { ariaLabel: wordsOf(caption) };
  for (const part of ancestors.toReversed()) {
    if (part.type !== "element" || part.tagName !== "section") continue;
    const [heading] = part.children;
    const { ariaLabel } = part.properties;
    if (ariaLabel !== undefined) return { ariaLabel };
    if (heading?.type !== "element") continue;
    const words = wordsOf(heading);
    const isMarked = words !== plain(textOf(heading));
    return isMarked ? { ariaLabel: words } : { ariaLabelledBy: [String(heading.properties.id)] };
  }
  return undefined;
}

/** Words without the marks of notes. */
function wordsOf(element: Element): string {
  const visit = (node: ElementContent): string => {
    if (node.type !== "element") return textOf(node);
    const isMark = String(node.properties.className).includes("noteref");
    return isMark ? "" : node.children.map(visit).join("");
  };
  return plain(visit(element));
}

function plain(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}
