import type { Element } from "hast";
import { visitParents } from "unist-util-visit-parents";
import type { Document } from "../types.ts";

/** How many passages a section has, by what they are called. */
export type Passages = Readonly<Record<"paragraph" | "list item", number>>;

const notCounted = new Set(["li", "td", "th", "figure"]);

/**
 * Counts the passages of each section: paragraphs, also quoted ones, and items of lists. A paragraph that was written
 * after the translation is what translations lack most often.
 * @param document
 *   The text; not changed.
 * @returns
 *   A count for what stands before the first heading, then one for each heading.
 */
export function passagesOf(document: Document): Passages[] {
  const sections = [{ paragraph: 0, "list item": 0 }];
  visitParents(document.body, "element", ({ tagName }, ancestors) => {
    const section = sections.at(-1);
    if (/^h[1-6]$/.test(tagName)) sections.push({ paragraph: 0, "list item": 0 });
    else if (section && tagName === "li") section["list item"]++;
    else if (section && tagName === "p" && !ancestors.some(isWithin)) section.paragraph++;
  });
  return sections;
}

function isWithin(node: { type: string }): boolean {
  return node.type === "element" && notCounted.has((node as Element).tagName);
}
