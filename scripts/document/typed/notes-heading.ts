import type { RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";

// `5. Notes`, which Markdown may take for a list of one item, `III. Notes`, `— Notes —`, `【注】`.
const numbering = /^[\s\p{Cf}]*(?:\p{Nd}{1,2}|[IVX]{1,5}|[A-Z])[.)]\s+/u;
// From its beginning only: else long runs of spaces are looked through from each of them.
const decoration =
  /^[\s\p{Cf}([*_–—【〔［-]+|(?<![\s\p{Cf})\]*_:.：】〕］–—-])[\s\p{Cf})\]*_:.：】〕］–—-]+$/gu;

/**
 * The words that headings for notes are, in a form in which capitals, and accents that capitals often lack, are gone.
 * @param words
 *   What headings for notes are called.
 * @returns
 *   Words for `isNotesHeading`.
 */
export function headingWords(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(fold));
}

/**
 * Tells whether a block is nothing but a word for notes, numbered or decorated.
 * @param node
 *   Block at the top of a manuscript.
 * @param headings
 *   Words, as `headingWords` makes them.
 * @returns
 *   Whether it is.
 */
export function isNotesHeading(node: RootContent, headings: ReadonlySet<string>): boolean {
  const isItem = node.type === "list" && node.ordered === true && node.children.length === 1;
  if (node.type !== "heading" && node.type !== "paragraph" && !isItem) return false;
  return headings.has(fold(textOf(node).replace(numbering, "").replace(decoration, "")));
}

// Greek has another small sigma at the end of a word.
function fold(words: string): string {
  const bare = words.normalize("NFD").replace(/\p{Mn}/gu, "");
  return bare
    .toLowerCase()
    .replaceAll("ς", "σ")
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "");
}
