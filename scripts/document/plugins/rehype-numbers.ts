import type { Element, ElementContent, Root, RootContent, Text } from "hast";
import { h } from "hastscript";
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
// 2017-10-24, 12-14, 1998–2003, 6.30–8: the browser would end a line behind the hyphen or dash.
const hyphened = String.raw`(?<![\p{L}\p{N}/._\-–])\p{Nd}+(?:[.:]\p{Nd}+)?(?:[-–]\p{Nd}+(?:[.:]\p{Nd}+)?)+`;
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
/** Elements whose words stand in a line with those round them. */
const inline = new Set([
  ...["a", "abbr", "b", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s"],
  ...["samp", "small", "span", "strong", "time", "u", "var"],
]);
/** What parts numbers. */
const border: Piece = { text: "\n" };

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
  const around = languageRow(options.language).row.direction;
  return (tree: Root): void => {
    for (const child of tree.children) walk(child, [], { around, typed: false });
  };
}

/** A piece of what a block says, in the order it is read; one without a node is no text of ours. */
interface Piece {
  text: string;
  node?: Text;
  parent?: Element;
  around?: Direction;
}

interface Place {
  around: Direction;
  typed: boolean;
  parent?: Element;
}

/** Gathers what stands in a line, and keeps the numbers in it: what is beside one may be in another element. */
function walk(node: RootContent, line: Piece[], place: Place): void {
  const { around, typed, parent } = place;
  if (node.type === "text") {
    const ours = parent && !(typed && around === "ltr");
    line.push(ours ? { text: node.value, node, parent, around } : { text: node.value });
  }
  if (node.type !== "element") return;
  const { dir, className } = node.properties;
  const joins = inline.has(node.tagName) && !dir && !String(className).includes("noteref");
  const inner = joins ? line : [];
  for (const child of node.children)
    walk(child, inner, {
      around: dir ? (dir === "rtl" ? "rtl" : "ltr") : around,
      typed: typed || isAsTyped(node),
      parent: node,
    });
  if (joins) return;
  keepNumbers(inner);
  line.push(border);
}

function keepNumbers(line: readonly Piece[]): void {
  const whole = line.map(({ text }) => text).join("");
  if (!/\p{Nd}/u.test(whole)) return;
  const mixed = leftward.test(whole);
  const found = (["ltr", "rtl"] as const).map((around) =>
    [...whole.matchAll(numbers[around])].map(({ 0: { length }, index }) => [index, index + length]),
  );
  let start = 0;
  for (const { text, node, parent, around } of line) {
    const from = start;
    start += text.length;
    if (!node || !parent || !around) continue;
    const spans = (found[around === "ltr" ? 0 : 1] as Array<[number, number]>)
      .filter(([first, last]) => first >= from && last <= start)
      .map(([first, last]): [number, number] => [first - from, last - from]);
    if (spans.length === 0) continue;
    const isolated = around === "rtl" || mixed;
    parent.children.splice(parent.children.indexOf(node), 1, ...kept(text, spans, isolated));
  }
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

function kept(text: string, spans: Array<[number, number]>, isolated: boolean): ElementContent[] {
  const parts: ElementContent[] = [];
  let end = 0;
  for (const [first, last] of spans) {
    if (first > end) parts.push({ type: "text", value: text.slice(end, first) });
    const number = text.slice(first, last);
    const whole = number.length <= longest ? "number" : undefined;
    if (isolated) parts.push(h("bdi", { dir: "ltr", class: whole }, number));
    else parts.push(whole ? h("span", { class: whole }, number) : { type: "text", value: number });
    end = last;
  }
  if (end < text.length) parts.push({ type: "text", value: text.slice(end) });
  return parts;
}
