import type { Nodes } from "hast";
import { visit } from "unist-util-visit";
import type { Document } from "../types.ts";

/**
 * The languages that parts of a text are in, other than its own.
 * @param document
 *   The document.
 * @returns
 *   BCP 47 tags as they were written, each once, in order.
 */
export function foreignTags({ body, matter, notes, title }: Document): string[] {
  const tags = new Set<string>();
  const find = (tree: Nodes) =>
    visit(tree, "element", ({ properties: { lang } }) => {
      if (typeof lang === "string" && lang !== matter.language) tags.add(lang);
    });
  for (const tree of [title, body, ...notes.map(({ content }) => content)]) if (tree) find(tree);
  return [...tags];
}
