import type { Element } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { h } from "hastscript";
import { visit } from "unist-util-visit";
import type { LanguageRow } from "../../languages/language.ts";
import type { FormatRow } from "../../tables/formats.ts";
import type { Document } from "../../types.ts";
import { wordsOf } from "../../words/words.ts";
import { generated } from "../nodes/generated.ts";
import { wordsAlone } from "../nodes/words-alone.ts";

/**
 * Contents of a text that is long enough to need them.
 * @param document
 *   The document.
 * @param options
 *   Format, whose row says how long is long enough, and language.
 * @returns
 *   `nav.contents`, its folios empty for the press to fill; `undefined` when there is no need.
 */
export function contentsOf(
  { body }: Document,
  { format, language }: { format: FormatRow; language: LanguageRow },
): Element | undefined {
  if (!format.contents) return undefined;
  const headings: Element[] = [];
  visit(body, "element", (node, _index, parent) => {
    const top = parent?.type === "element" && parent.tagName === "section";
    if (top && node.tagName === "h2") headings.push(node);
  });
  const { headings: fewest, words } = format.contents;
  if (headings.length < fewest || countWords(textOf(body), language.tag) < words) return undefined;
  const properties = { role: "doc-toc", dataGenerated: "", ariaLabelledBy: "contents" };
  return h("nav.contents", properties, [
    h("h2", { id: "contents", ...generated(language) }, language.words.contents),
    h(
      "ol",
      headings.map((heading) => entryOf(heading, language)),
    ),
  ]);
}

/** Counts words as a reader would: not every script parts them by spaces, and counting those takes longer. */
function countWords(text: string, tag: string): number {
  const spaced = wordsOf(text).length;
  if (text.length < spaced * longestMean) return spaced;
  const segments = new Intl.Segmenter(tag, { granularity: "word" }).segment(text);
  return [...segments].filter(({ isWordLike }) => isWordLike).length;
}

// No language that parts words by spaces has words this long on average, in characters.
const longestMean = 18;

function entryOf(heading: Element, { numerals }: LanguageRow): Element {
  const properties = { href: `#${heading.properties.id}` };
  return h("li", [
    h("a", properties, [
      h("span.entry", wordsAlone(heading)),
      " ",
      h("span.folio", { dataNumerals: numerals }),
    ]),
  ]);
}
