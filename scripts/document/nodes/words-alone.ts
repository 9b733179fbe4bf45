import type { Element, ElementContent } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { h } from "hastscript";
import { visit } from "unist-util-visit";

/**
 * The words of an element to be said again elsewhere: without emphasis, ids, marks of notes and glosses, but with the
 * languages of phrases and what abbreviations stand for.
 * @param element
 *   A heading or a link.
 * @returns
 *   Its words; where it has none, those for its pictures.
 */
export function wordsAlone(element: Element): ElementContent[] {
  const words = element.children.flatMap(said);
  if (words.some((node) => textOf(node).trim() !== "")) return joined(words);
  const alternatives: string[] = [];
  visit(element, "element", ({ properties }) => {
    if (properties.alt) alternatives.push(String(properties.alt));
  });
  return alternatives.length > 0 ? [{ type: "text", value: alternatives.join(" ") }] : [];
}

function said(node: ElementContent): ElementContent[] {
  if (node.type === "text") return [{ type: "text", value: node.value.replace(/\s+/g, " ") }];
  if (node.type !== "element" || node.properties.role === "doc-noteref") return [];
  if (node.tagName === "br") return [{ type: "text", value: " " }];
  if (node.tagName === "rt" || node.tagName === "rp") return [];
  const words = joined(node.children.flatMap(said));
  const { dir, lang, title } = node.properties;
  if (node.tagName === "abbr" && title) return [h("abbr", { dir, lang, title }, words)];
  return lang || dir ? [h("span", { dir, lang }, words)] : words;
}

/** Texts beside each other as one. */
function joined(nodes: readonly ElementContent[]): ElementContent[] {
  const whole: ElementContent[] = [];
  for (const node of nodes) {
    const last = whole.at(-1);
    if (node.type === "text" && last?.type === "text") last.value += node.value;
    else whole.push(node);
  }
  return whole;
}
