import type { Element, ElementContent, Root, RootContent } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";

/** Longest line that leads to what follows, in characters: two lines of large print. */
const longest = 120;
const bold = new Set(["b", "strong"]);
const followers = new Set(["blockquote", "dl", "ol", "p", "table", "ul"]);
// Of whole sentences nobody knows whether they lead to what follows or sum up what came before.
const sentence = /[.!…。！।۔]["”’»)\]]*$/u;

/**
 * Marks paragraphs that are only bold and no whole sentence, as questions over their answers: they lead to the paragraph,
 * list, table or quotation behind them, and styles keep them with it.
 * @returns
 *   Transform; puts in `data-leads`.
 */
export function rehypeLeadLines() {
  return (tree: Root): void => {
    visit(tree, "element", (node, index, parent) => {
      if (!isLead(node)) return;
      const next = parent?.children.slice((index ?? 0) + 1).find((child) => !isBlank(child));
      if (next?.type !== "element" || isLead(next)) return;
      if (followers.has(next.tagName)) node.properties.dataLeads = "";
    });
  };
}

function isLead(node: Element): boolean {
  if (node.tagName !== "p" || node.children.length === 0) return false;
  const text = textOf(node).trim();
  return node.children.every(isBold) && text.length <= longest && !sentence.test(text);
}

function isBold(node: ElementContent): boolean {
  return isBlank(node) || (node.type === "element" && bold.has(node.tagName));
}

function isBlank(node: RootContent): boolean {
  return node.type === "text" && node.value.trim() === "";
}
