import type { ElementContent, Root } from "hast";
import { visit } from "unist-util-visit";
import type { Document, PageReport } from "../types.ts";

/**
 * Tells whether the last page begins with the heading of a section: then it may stand apart from the page before, on
 * the back of a booklet. Where text runs on to it, nobody should have to leaf through blanks.
 * @param pages
 *   What the press said of the pages.
 * @param document
 *   What they hold.
 */
export function hasBackCover(pages: readonly PageReport[], { body }: Document): boolean {
  const [first = ""] = pages.at(-1)?.text.split("\n") ?? [];
  const headings = new Set<string>();
  visit(body, { type: "element", tagName: "h2" }, (heading) => {
    headings.add(letters(wordsOf(heading)));
  });
  return first !== "" && headings.has(letters(first));
}

// Marks of notes are no part of what the press reports.
function wordsOf(node: ElementContent | Root): string {
  if (node.type === "text") return node.value;
  if (!("children" in node)) return "";
  const { className } = node.type === "element" ? node.properties : {};
  if (Array.isArray(className) && className.includes("noteref")) return "";
  return node.children.map((child) => wordsOf(child as ElementContent)).join("");
}

// Spaces and soft hyphens are the typesetter's.
function letters(text: string): string {
  return text.replaceAll(/[\s\u00ad\u200b\u2060]/g, "");
}
