import type { Element, Nodes } from "hast";
import { select } from "hast-util-select";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { languageRow } from "../../scripts/tables/languages.ts";
import { scripts } from "../../scripts/tables/scripts.ts";

/** What a reader should get out of an edition. */
export interface EditionText {
  /** The source's words as the page has them, with the marks that call notes, a block a line; nothing generated. */
  text: string;
  /** BCP 47 tag, where words are not parted by spaces. */
  unspaced?: string;
}

/**
 * Reads the source's text back from the page that lies beside a PDF.
 * @param html
 *   The page.
 */
export function editionText(html: string): EditionText {
  const main = select("main", unified().use(rehypeParse).parse(html));
  if (!main) throw new TypeError("the page has no text");
  const text = textOf(main).trim();
  const language = String(main.properties.lang);
  const row = languageRow(language).row;
  return scripts[row.script as keyof typeof scripts]?.breaks === "spaces"
    ? { text }
    : { text, unspaced: language };
}

function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (!("children" in node)) return "";
  if (node.type === "element" && isGenerated(node)) return "";
  const text = node.children.map(textOf).join("");
  return node.type === "element" && !inline.has(node.tagName) ? `\n${text}\n` : text;
}

function isGenerated({ properties }: Element): boolean {
  return "dataGenerated" in properties;
}

const inline = new Set(
  "a abbr b bdi bdo cite code del em i ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr".split(
    " ",
  ),
);
