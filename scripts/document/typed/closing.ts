import type { RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { leadingMark } from "./leading-mark.ts";
import { leadingNumber } from "./leading-number.ts";
import { linesOf } from "./lines.ts";
import { isDashedNumber } from "./page-number.ts";
import type { Source } from "./source.ts";

const drawn = /_{5,}|\.{8,}/u;
/** Most words of a line that stands over what follows. */
const mostWords = 5;

/**
 * Tells whether a block under a heading for notes ends them: a rule, or a bare line such as “Contact”, after which no
 * other note comes, or notes that begin anew with 1; lines to sign on and the number of a page.
 * @param blocks
 *   Top blocks.
 * @param index
 *   Index of the block.
 * @param source
 *   Text of the file.
 * @returns
 *   Whether it does.
 */
export function closesNotes(
  blocks: readonly RootContent[],
  index: number,
  source: Source,
): boolean {
  const node = blocks[index];
  const rest = blocks.slice(index + 1);
  if (node?.type === "paragraph" && isAside(textOf(node))) return true;
  if (!node || rest.length === 0 || !(node.type === "thematicBreak" || isBareLine(node)))
    return false;
  const end = rest.findIndex(({ type }) => type === "heading");
  const notes = rest.slice(0, end < 0 ? undefined : end).map((one) => markOf(one, source));
  return notes.every((mark) => !mark) || (notes[0] === "1" && node.type === "paragraph");
}

/** Whether each line is one to write on, or the number of a page. */
function isAside(text: string): boolean {
  return text.split(/[\r\n]+/u).every((line) => drawn.test(line) || isDashedNumber(line));
}

function isBareLine(node: RootContent): boolean {
  if (node.type !== "paragraph") return false;
  const text = textOf(node).trim();
  if (!/^\p{Lu}|^\p{Lo}/u.test(text) || /[\p{P}\p{N}\n]/u.test(text)) return false;
  return text.split(/\s+/u).length <= mostWords;
}

/** What a block is marked with if it may be a note. */
function markOf(node: RootContent, source: Source): string | undefined {
  if (node.type === "list") {
    if (node.ordered) return String(node.start ?? 1);
    return source.slice(node).startsWith("*") ? "*" : undefined;
  }
  if (node.type !== "paragraph") return undefined;
  const marks = linesOf(node.children, source).map(
    ({ children }) => leadingMark(children) ?? leadingNumber(children),
  );
  return marks.find(Boolean)?.mark;
}
