import type { Element, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { visitParents } from "unist-util-visit-parents";
import { languageRow } from "../../tables/languages.ts";
import { isAddress } from "../address.ts";

/** Elements that run from the left in every language. */
const code = new Set(["code", "kbd", "pre", "samp"]);

/**
 * Gives every element that names a language an id, since Chromium loses the language of inline elements
 * without one, and its direction where that differs from the text around it. Code, and addresses in print, run from
 * the left in a text from the right.
 * @param options
 *   `language`: BCP 47 tag of the text.
 * @returns
 *   Transform.
 */
export function rehypeLanguages(options: { language: string }) {
  return (tree: Root): void => {
    const main = languageRow(options.language).row.direction;
    let count = 0;
    visitParents(tree, "element", (node, ancestors) => {
      const { properties } = node;
      if (typeof properties.lang === "string") properties.id ??= `lang-${++count}`;
      const own = directionOf(node);
      if (own === undefined) return;
      // The nearest element that has a direction: what this one is isolated from.
      const around = ancestors.findLast((one) => one.type === "element" && one.properties.dir);
      const outer = around?.type === "element" ? String(around.properties.dir) : main;
      if (own !== outer) properties.dir ??= own;
    });
  };
}

function directionOf(node: Element): "ltr" | "rtl" | undefined {
  const { href, lang } = node.properties;
  if (typeof lang === "string") return languageRow(lang).row.direction;
  const isPrinted = typeof href === "string" && isAddress(textOf(node), href);
  return isPrinted || code.has(node.tagName) ? "ltr" : undefined;
}
