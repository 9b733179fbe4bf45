import type { Paragraph, Root } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { VFile } from "vfile";
import { complain } from "../../complain.ts";
import type { LanguageRow } from "../../languages/language.ts";

const newline = /\r\n|\r|\n/u;
const longest = 120;

/**
 * Says where a text has what the pages it was copied from had at their heads and feet: “Page 2 of 5”, and whatever
 * comes again beside page breaks (form feeds).
 * @param options
 *   `languages`: rows whose words for pages are known.
 * @returns
 *   Transform; `typed-page`.
 */
export function remarkTypedPages(options: { languages: readonly LanguageRow[] }) {
  const patterns = options.languages
    .flatMap(({ words }) => [words.pageOf, words.page])
    .map(toPattern);
  return (tree: Root, file: VFile): void => {
    const short = tree.children.filter((node): node is Paragraph => {
      return node.type === "paragraph" && textOf(node).length <= longest;
    });
    const found = [...new Set([...numbered(short, patterns), ...repeated(short, file)])];
    const [first] = found.sort((one, other) => lineOf(one) - lineOf(other));
    if (!first) return;
    const words = textOf(first).replace(/\s+/gu, " ").trim();
    complain(
      file,
      "typed-page",
      first,
      `“${words}” looks like the head or foot of a page this was copied from (${found.length - 1} more like it)`,
      "Take them out where they are: they print in the midst of the text.",
    );
  };
}

/** Paragraphs that are nothing but numbers of pages, and count on. */
function numbered(paragraphs: readonly Paragraph[], patterns: readonly RegExp[]): Paragraph[] {
  const pages = paragraphs.flatMap((node) => {
    const page = patterns.map((one) => one.exec(textOf(node))?.groups?.page).find(Boolean);
    return page === undefined ? [] : { node, page: Number(page) };
  });
  const counts = pages.every(
    ({ page }, index) => index === 0 || page === (pages[index - 1]?.page ?? 0) + 1,
  );
  return pages.length > 1 && counts ? pages.map(({ node }) => node) : [];
}

/** Paragraphs beside page breaks that come again, whatever their figures. */
function repeated(paragraphs: readonly Paragraph[], file: VFile): Paragraph[] {
  const lines = String(file).split(newline);
  const ends = lines.flatMap((line, index) => (line.includes("\f") ? index + 1 : []));
  if (ends.length === 0) return [];
  const heads = [0, ...ends].map((end) => paragraphs.find((node) => lineOf(node) >= end));
  const feet = ends.map((end) => paragraphs.findLast((node) => lineOf(node) < end));
  return [heads, feet].flatMap((all) => {
    const keys = all.map(
      (node) =>
        node &&
        textOf(node)
          .replace(/\p{Nd}+/gu, "#")
          .replace(/\s+/gu, " ")
          .trim(),
    );
    return all.filter((node, index): node is Paragraph => {
      return node !== undefined && keys.indexOf(keys[index]) !== keys.lastIndexOf(keys[index]);
    });
  });
}

function lineOf({ position }: Paragraph): number {
  return position?.start.line ?? 0;
}

function toPattern(words: string): RegExp {
  const escaped = words.replace(/[.*+?^$()|[\]\\/]/gu, "\\$&");
  const number = escaped.replace("{page}", "(?<page>\\d{1,4})").replace("{pages}", "\\d{1,4}");
  return new RegExp(`^\\s*${number.replace(/\s+/gu, "\\s+")}\\s*$`, "iu");
}
