import type { Link } from "mdast";
import { toString as textOf } from "mdast-util-to-string";

/** Names that programs give to notes and their calls: `_ftn1`, `_ednref2`, `fn:1`, `footnote-ref-3`, `sdfootnote1sym`. */
const name =
  /^#(?:_?(?:ftn|edn|fn|en)(?:ref)?[:_-]?\d+|(?:user-content-)?fn(?:ref)?-?\d+|sd(?:foot|end)note\d+(?:sym|anc)|(?:foot|end)note-?(?:ref-?)?\d+|cite_(?:note|ref)-[\w-]+)$/iu;
/** How such a name begins; a text without it has none. */
export const noteName =
  /#(?:_?(?:ftn|edn|fn|en)|user-content-fn|sd(?:foot|end)note|(?:foot|end)note|cite_)/iu;
const mark = /^\s*(?:[[(^]*\p{Nd}{1,3}[\])^]*|\[[ivxl]{1,6}\]|[*†‡]{1,3}|[⁰¹²³⁴-⁹]+)\s*$/u;
const arrow = /^\s*[↩↑⤴⏎←^]\uFE0E?\uFE0F?\s*$/u;

/**
 * Tells whether a link leads from the mark of a note to the note, or back, as word processors and converters write it.
 * @param href
 *   Where it leads.
 * @param words
 *   Its words.
 */
export function isNoteLink(href: string, words: string): boolean {
  return name.test(href) && mark.test(words);
}

/**
 * Tells whether a link is an arrow that leads back from a note to its mark: on paper it says nothing, and on screens notes have
 * one of ours.
 * @param link
 *   The link.
 */
export function isBackLink(link: Link): boolean {
  return name.test(link.url) && arrow.test(textOf(link));
}
