import type { RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { leadingMark } from "./leading-mark.ts";
import { linesOf } from "./lines.ts";
import type { Source } from "./source.ts";

/** Most words of a line that stands over what follows. */
const mostWords = 5;

/**
 * Tells whether a block under a heading for notes ends them: a bare line, such as “Contact”, over text in which no other
 * note comes.
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
  if (node?.type !== "paragraph" || index + 1 >= blocks.length) return false;
  const text = textOf(node).trim();
  if (!/^\p{Lu}|^\p{Lo}/u.test(text) || /[\p{P}\p{N}\n]/u.test(text)) return false;
  if (text.split(/\s+/u).length > mostWords) return false;
  const rest = blocks.slice(index);
  const end = rest.findIndex(({ type }) => type === "heading");
  return rest.slice(0, end < 0 ? undefined : end).every((one) => !begins(one, source));
}

function begins(node: RootContent, source: Source): boolean {
  if (node.type === "list") return Boolean(node.ordered) || source.slice(node).startsWith("*");
  if (node.type !== "paragraph") return false;
  return linesOf(node.children, source).some(({ children }) => leadingMark(children) !== undefined);
}
