import type { Element, ElementContent, Root, Text } from "hast";
import { toString as textOf } from "hast-util-to-string";
import type { LanguageRow } from "../../languages/language.ts";
import { languageRow } from "../../tables/languages.ts";
import { isAddress } from "../links/address.ts";
import { type Divide, divider } from "../typography/divide.ts";

/** Blocks whose words may be divided; in a narrow cell also the first and the last. */
const blocks: Readonly<Record<string, { cell: boolean }>> = {
  dd: { cell: false },
  figcaption: { cell: false },
  li: { cell: false },
  p: { cell: false },
  td: { cell: true },
  th: { cell: true },
};
/** What is never divided: headings, names, what is typed or spoken letter by letter, and what is ours. */
const whole = new Set([
  ...["abbr", "caption", "code", "dt", "footer", "h1", "h2", "h3", "h4", "h5", "h6"],
  ...["header", "kbd", "nav", "pre", "ruby", "samp", "svg", "time", "var"],
]);
const lineBreak = "\n";
/** What stands in a line and is no text. */
const object = "\uFFFC";
const blank = /[\s\uFFFC]/;
// Figures, addresses, words with a hyphen of their own, words divided by hand, joiners.
const unsuited = /[\p{N}@/\\_=&#%+|<>*\u00AD\u200B-\u200D\u2060]|\p{L}[.:\-‐‑]\p{L}/u;
const letters = /[\p{L}\p{M}]+/gu;

/** Words of a block in a row: text nodes, each with what divides words of its language. */
type Line = Array<{ text: string; node?: Text; divide?: Divide | undefined }>;

/**
 * Puts soft hyphens into the words of running text, each by the patterns of its own language: not into headings,
 * names, code, addresses, words of ours or the last word of a paragraph.
 * @param options
 *   `language`: row of the text's language; `where`: in all text, or in cells of tables only.
 * @returns
 *   Transform.
 */
export function rehypeHyphens(options: { language: LanguageRow; where: "text" | "tables" }) {
  return (tree: Root | Element): void => {
    const divide = dividerOf(options.language);
    const cells = options.where === "tables";
    for (const child of tree.children as ElementContent[]) walk(child, [], { cells, divide });
  };
}

function dividerOf({ hyphenation }: LanguageRow): Divide | undefined {
  return hyphenation === undefined ? undefined : divider(hyphenation);
}

interface Manner {
  divide: Divide | undefined;
  /** Whether only cells of tables are looked at. */
  cells: boolean;
}

function walk(node: ElementContent, line: Line, { cells, divide }: Manner): void {
  if (node.type === "text") line.push({ text: node.value, node, divide });
  if (node.type !== "element") return;
  const { lang } = node.properties;
  if (node.tagName === "br") line.push({ text: lineBreak });
  else if (isWhole(node)) line.push({ text: object });
  else {
    const own = typeof lang === "string" ? dividerOf(languageRow(lang).row) : divide;
    const block = blocks[node.tagName];
    // A block within the words of another parts them.
    const inner = block || !isInline(node) ? [] : line;
    for (const child of node.children) walk(child, inner, { cells, divide: own });
    if (block && (block.cell || !cells)) divideWords(inner, block.cell);
    if (inner !== line) line.push({ text: lineBreak });
  }
}

const inline = new Set([
  ...["a", "b", "bdi", "bdo", "cite", "del", "dfn", "em", "i", "ins", "mark", "q", "s", "small"],
  ...["span", "strong", "sub", "sup", "u"],
]);

function isInline({ tagName }: Element): boolean {
  return inline.has(tagName);
}

function isWhole(node: Element): boolean {
  const { dataGenerated, href, translate } = node.properties;
  return (
    whole.has(node.tagName) ||
    dataGenerated !== undefined ||
    translate === "no" ||
    node.properties.role === "doc-noteref" ||
    (typeof href === "string" && isAddress(textOf(node), href))
  );
}

function divideWords(line: Line, cell: boolean): void {
  const text = line.map((part) => part.text).join("");
  const first = cell ? text.search(/\S/) : -1;
  const end = cell ? text.length : lastWord(text);
  let start = 0;
  for (const { divide, node, text: own } of line) {
    if (node && divide) node.value = divided(own, start, { divide, text, first, end });
    start += own.length;
  }
}

/** Where the last word begins; -1 without one. From behind: a pattern would try at every letter. */
function lastWord(text: string): number {
  let at = text.length - 1;
  while (at >= 0 && blank.test(text[at] as string)) at--;
  while (at > 0 && !blank.test(text[at - 1] as string)) at--;
  return at;
}

function divided(
  own: string,
  start: number,
  { divide, end, first, text }: { divide: Divide; end: number; first: number; text: string },
): string {
  return own.replace(letters, (word, index: number) => {
    const [from, to] = [start + index, start + index + word.length];
    if (from >= end || isLetter(text[from - 1]) || isLetter(text[to])) return word;
    // The first word of a cell has its capital from there: it is no name.
    const divided = from === first ? divideFirst(word, divide) : divide(word);
    return divided === word || unsuited.test(around(text, from, to)) ? word : divided;
  });
}

function divideFirst(word: string, divide: Divide): string {
  const [first = ""] = word;
  const small = first.toLowerCase();
  return small.length === first.length
    ? first + divide(small + word.slice(first.length)).slice(first.length)
    : word;
}

/** What stands between the white space before and after a word. */
function around(text: string, from: number, to: number): string {
  let [start, end] = [from, to];
  while (start > 0 && !/\s/.test(text[start - 1] as string)) start--;
  while (end < text.length && !/\s/.test(text[end] as string)) end++;
  return text.slice(start, end);
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{M}]/u.test(character);
}
