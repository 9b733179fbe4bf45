import type { Element, ElementContent, Root, Text } from "hast";
import { h } from "hastscript";
import { visitParents } from "unist-util-visit-parents";
import { languageRow } from "../../tables/languages.ts";

// Ranges and dates are none: `10-20` is read from the right in Arabic, as its readers have it.
const date = String.raw`(?!\p{Nd}{4}[-‑]\p{Nd}\p{Nd}?[-‑]\p{Nd}|\p{Nd}\p{Nd}?[-‑]\p{Nd}\p{Nd}?[-‑]\p{Nd})`;
const numbers = new RegExp(
  [
    // +1 (555) 010-2030
    String.raw`(?<![\p{Script=Latin}\p{N}])\+\p{Nd}[\p{Nd} \u00A0\u202F().\-‑–/]*\p{Nd}`,
    // (555) 010-2030
    String.raw`\(\p{Nd}{2,5}\)[ \u00A0]?\p{Nd}{2,4}[-‑]\p{Nd}{3,5}`,
    // 555-010-2030, 03-1234567
    String.raw`(?<![\p{Script=Latin}\p{N}])${date}\p{Nd}{1,4}(?:[-‑]\p{Nd}{2,7}){2,}`,
    String.raw`(?<![\p{Script=Latin}\p{N}])[0٠۰]\p{Nd}{1,3}[-‑]\p{Nd}{5,8}`,
    // 555-0142: three figures before four are a call in North America far more often than a range
    String.raw`(?<![\p{Script=Latin}\p{N}][-‑]?)\p{Nd}{3}[-‑]\p{Nd}{4}(?![-‑])`,
    // 3-1-1, as towns there write their short numbers
    String.raw`(?<![\p{Script=Latin}\p{N}][-‑]?)\p{Nd}[-‑]\p{Nd}[-‑]\p{Nd}(?![-‑])`,
    // 01 23 45 67 89
    String.raw`(?<![\p{Script=Latin}\p{N}][ \u00A0\u202F]?)[0٠۰]\p{Nd}{1,3}(?:[ \u00A0\u202F]\p{Nd}{2,4}){2,}`,
    // -5, ±0.5; a hyphen behind a letter or a figure is none of its own.
    String.raw`(?<![^\s(])[-−+±]\p{Nd}+(?:[.,٫٬]\p{Nd}+)*`,
  ]
    .map((form) => `(?:${form})(?![\\p{L}\\p{N}])`)
    .join("|"),
  "gu",
);

/**
 * Isolates telephone numbers and numbers with a sign from text that runs from the right: beside its letters their
 * parts would change places, and the sign its side (Unicode Standard Annex 9, W2 to W7).
 * @param options
 *   `language`: BCP 47 tag of the text.
 * @returns
 *   Transform; the elements that run otherwise are to have their `dir`.
 */
export function rehypeNumbers(options: { language: string }) {
  return (tree: Root): void => {
    const main = languageRow(options.language).row.direction;
    const found: Array<{ parent: Element; node: Text }> = [];
    visitParents(tree, "text", (node, ancestors) => {
      const elements = ancestors.filter((one): one is Element => one.type === "element");
      const around = elements.findLast(({ properties }) => properties.dir)?.properties.dir ?? main;
      const parent = elements.at(-1);
      if (parent && around === "rtl" && node.value.search(numbers) >= 0)
        found.push({ parent, node });
    });
    for (const { parent, node } of found)
      parent.children.splice(parent.children.indexOf(node), 1, ...isolated(node.value));
  };
}

function isolated(text: string): ElementContent[] {
  const parts: ElementContent[] = [];
  let end = 0;
  for (const { 0: number, index } of text.matchAll(numbers)) {
    if (index > end) parts.push({ type: "text", value: text.slice(end, index) });
    parts.push(h("bdi", { dir: "ltr" }, number));
    end = index + number.length;
  }
  if (end < text.length) parts.push({ type: "text", value: text.slice(end) });
  return parts;
}
