import type { Element, ElementContent, Root, Text } from "hast";
import { h } from "hastscript";
import { visitParents } from "unist-util-visit-parents";
import { languageRow } from "../../tables/languages.ts";

// Ranges and dates are none: `10-20` is read from the right in Arabic, as its readers have it.
const date = String.raw`(?!\p{Nd}{4}[-‑]\p{Nd}\p{Nd}?[-‑]\p{Nd}|\p{Nd}\p{Nd}?[-‑]\p{Nd}\p{Nd}?[-‑]\p{Nd})`;
const alone = String.raw`(?<![\p{Script=Latin}\p{N}])`;
const telephones = [
  // +1 (555) 010-2030
  String.raw`${alone}\+\p{Nd}[\p{Nd} \u00A0\u202F().\-‑–/]*\p{Nd}`,
  // (555) 010-2030
  String.raw`\(\p{Nd}{2,5}\)[ \u00A0]?\p{Nd}{2,4}[-‑]\p{Nd}{3,5}`,
  // 555-010-2030, 03-1234567
  String.raw`${alone}${date}\p{Nd}{1,4}(?:[-‑]\p{Nd}{2,7}){2,}`,
  String.raw`${alone}[0٠۰]\p{Nd}{1,3}[-‑]\p{Nd}{5,8}`,
  // 555-0142: three figures before four are a call in North America far more often than a range
  String.raw`(?<![\p{Script=Latin}\p{N}][-‑]?)\p{Nd}{3}[-‑]\p{Nd}{4}(?![-‑])`,
  // 3-1-1, as towns there write their short numbers
  String.raw`(?<![\p{Script=Latin}\p{N}][-‑]?)\p{Nd}[-‑]\p{Nd}[-‑]\p{Nd}(?![-‑])`,
  // 01 23 45 67 89
  String.raw`(?<![\p{Script=Latin}\p{N}][ \u00A0\u202F]?)[0٠۰]\p{Nd}{1,3}(?:[ \u00A0\u202F]\p{Nd}{2,4}){2,}`,
];
// -5, ±0.5; a hyphen behind a letter or a figure is none of its own.
const signed = String.raw`(?<![^\s(])[-−+±]\p{Nd}+(?:[.,٫٬]\p{Nd}+)*`;
// 2017-10-24, 12-14: the browser would end a line behind a hyphen.
const hyphened = String.raw`(?<![\p{L}\p{N}/._\-])\p{Nd}+(?:-\p{Nd}+)+`;
const forms = {
  ltr: [...telephones, hyphened],
  rtl: [...telephones, signed],
};
const numbers = { ltr: oneOf(forms.ltr), rtl: oneOf(forms.rtl) };
/** Letters of scripts that run from the right; figures behind them change places also in text from the left. */
const leftward =
  /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}\p{sc=Rohg}\p{sc=Mand}]/u;
/** Longest number that is kept in one line: more would not fit the narrowest column. */
const longest = 24;
/** Where text is not ours to hold together. */
const asTyped = new Set(["code", "kbd", "pre", "samp"]);

/**
 * Keeps telephone numbers, and others with a hyphen, in one line. In text that runs from the right it isolates them, and
 * numbers with a sign: beside its letters their parts would change places, and the sign its side (Unicode Standard
 * Annex 9, W2 to W7).
 * @param options
 *   `language`: BCP 47 tag of the text.
 * @returns
 *   Transform; the elements that run otherwise are to have their `dir`.
 */
export function rehypeNumbers(options: { language: string }) {
  return (tree: Root): void => {
    const main = languageRow(options.language).row.direction;
    const found: Array<{ parent: Element; node: Text; around: Direction }> = [];
    visitParents(tree, "text", (node, ancestors) => {
      const elements = ancestors.filter((one): one is Element => one.type === "element");
      const dir = elements.findLast(({ properties }) => properties.dir)?.properties.dir ?? main;
      const around = dir === "rtl" ? "rtl" : "ltr";
      const parent = elements.at(-1);
      if (!parent || node.value.search(numbers[around]) < 0) return;
      if (around === "ltr" && elements.some(isAsTyped)) return;
      found.push({ parent, node, around });
    });
    for (const { parent, node, around } of found)
      parent.children.splice(parent.children.indexOf(node), 1, ...kept(node.value, around));
  };
}

type Direction = keyof typeof forms;

function oneOf(forms: readonly string[]): RegExp {
  return new RegExp(
    forms.map((form) => `(?:${form})(?![\\p{Script=Latin}\\p{N}])`).join("|"),
    "gu",
  );
}

/** Whether an element holds code, or an address that breaks by its own rule. */
function isAsTyped({ tagName, children }: Element): boolean {
  const breaks = children.some((child) => child.type === "element" && child.tagName === "wbr");
  return asTyped.has(tagName) || (tagName === "a" && breaks);
}

function kept(text: string, around: Direction): ElementContent[] {
  const parts: ElementContent[] = [];
  let end = 0;
  for (const { 0: number, index } of text.matchAll(numbers[around])) {
    if (index > end) parts.push({ type: "text", value: text.slice(end, index) });
    const whole = number.length <= longest ? "number" : undefined;
    if (around === "rtl" || leftward.test(text))
      parts.push(h("bdi", { dir: "ltr", class: whole }, number));
    else parts.push(whole ? h("span", { class: whole }, number) : { type: "text", value: number });
    end = index + number.length;
  }
  if (end < text.length) parts.push({ type: "text", value: text.slice(end) });
  return parts;
}
