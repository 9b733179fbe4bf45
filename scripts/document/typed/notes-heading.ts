import type { RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";

// `5. Notes`, `III. Notes`, `— Notes —`.
const numbering = /^\s*(?:\p{Nd}{1,2}|[IVX]{1,5}|[A-Z])[.)]\s+/u;
const decoration = /^[\s([*_–—-]+|[\s)\]*_:.–—-]+$/gu;

/**
 * Tells whether a block is nothing but a word for notes, numbered or decorated.
 * @param node
 *   Block at the top of a manuscript.
 * @param headings
 *   What headings for notes are called, lower case.
 * @returns
 *   Whether it is.
 */
export function isNotesHeading(node: RootContent, headings: ReadonlySet<string>): boolean {
  if (node.type !== "heading" && node.type !== "paragraph") return false;
  const words = textOf(node).normalize("NFC").replace(numbering, "").replace(decoration, "");
  return headings.has(words.toLowerCase());
}
