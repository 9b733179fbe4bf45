import type { Root } from "mdast";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { addBorder, addSpelling, addText, call, type Letters } from "./letters.ts";

// A comment, which may end with its own sign (`<!-->`), declaration or instruction; a tag, its name first; or text.
const token =
  /<!--(?:-?>|[\s\S]*?(?:-->|$))|<[!?][\s\S]*?(?:>|$)|<\/?([a-zA-Z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^>"'])*>|[^<]+|</gu;
const parser = unified().use(remarkParse).freeze();
const hiding = new Set(["script", "style"]);

/**
 * Adds the text of raw HTML: everything but tags, comments, scripts and styles.
 * @param letters
 *   Account.
 * @param value
 *   The HTML as typed, whole or one tag of it.
 * @param chunk
 *   Which chunk it is.
 * @param hidden
 *   The element open since an earlier piece whose text is not shown.
 * @returns
 *   The element that hides text after this piece.
 */
export function addHtml(
  letters: Letters,
  value: string,
  chunk: number,
  hidden: string | undefined,
): string | undefined {
  let open = hidden;
  for (const { 0: piece, 1: name, index } of value.matchAll(token)) {
    const tag = name?.toLowerCase();
    if (open !== undefined) {
      if (tag === open && piece.startsWith("</")) open = undefined;
    } else if (tag !== undefined) {
      addBorder(letters);
      if (hiding.has(tag) && !piece.startsWith("</")) open = tag;
    } else if (!/^<[!?]/u.test(piece)) addCalling(letters, piece, chunk, index);
  }
  return open;
}

// What may call a note is spelled either way.
function addCalling(letters: Letters, text: string, chunk: number, start: number): void {
  let end = 0;
  for (const { 0: typed, index } of text.matchAll(/\[\^[^\]\s]+\]/gu)) {
    addText(letters, decode(text.slice(end, index)), chunk, start + end);
    addSpelling(letters, { typed, others: [call] }, chunk, start + index);
    end = index + typed.length;
  }
  addText(letters, decode(text.slice(end)), chunk, start + end);
}

// The entities of HTML are those of Markdown.
function decode(text: string): string {
  return text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]*);/giu, (reference) => {
    const [paragraph] = (parser.parse(reference) as Root).children;
    const [node] = paragraph && "children" in paragraph ? paragraph.children : [];
    return node?.type === "text" ? node.value : reference;
  });
}
