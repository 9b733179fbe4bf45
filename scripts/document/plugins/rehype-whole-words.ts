import type { Element, ElementContent, Root, Text } from "hast";
import { h } from "hastscript";
import { SKIP, visit } from "unist-util-visit";
import { visitParents } from "unist-util-visit-parents";

const headings = new Set(["h1", "h2", "h3", "h4", "h5", "h6"]);
/**
 * What stands between two spaces at which a line may end, with a hyphen inside a word or a dash between figures; or with
 * a sign behind it that parts what the title says, such as two languages.
 */
const hyphened =
  /(?<![^ \t\r\n])(?:[^ \t\r\n]*(?:[\p{L}\p{M}\p{N}][-‐֊־][\p{L}\p{N}]|\p{N}–\p{N})[^ \t\r\n]*|[^ \t\r\n]+ [·•|/–—](?=[ \t\r\n]))/gu;
/** Scripts that do not part words by spaces: what stands between two of them is a sentence. */
const unspaced =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}]/u;

/**
 * Has words of titles and headings that have a hyphen of their own, or a sign behind them, in a `span.whole`: styles keep each on one line where
 * it fits. Words that an element or a note's call touches are left, since lines may end beside such a span.
 * @returns
 *   Transform.
 */
export function rehypeWholeWords() {
  return (tree: Root | Element): void => {
    visit(tree, "element", (block) => {
      if (!headings.has(block.tagName) && !isSubtitle(block)) return;
      wrapWords(block);
      return SKIP;
    });
  };
}

function isSubtitle({ properties }: Element): boolean {
  return Array.isArray(properties.className) && properties.className.includes("subtitle");
}

function wrapWords(block: Element): void {
  const texts: Array<{ parent: Element; node: Text }> = [];
  visitParents(block, "text", (node, ancestors) => {
    texts.push({ parent: ancestors.at(-1) as Element, node });
  });
  for (const [index, { parent, node }] of texts.entries()) {
    const open = { start: index > 0, end: index < texts.length - 1 };
    parent.children.splice(parent.children.indexOf(node), 1, ...wrapped(node.value, open));
  }
}

/** The parts of a text; `open`: whether others go on from its start and end. */
function wrapped(text: string, open: { start: boolean; end: boolean }): ElementContent[] {
  const parts: ElementContent[] = [];
  let done = 0;
  for (const { 0: word, index } of text.matchAll(hyphened)) {
    const end = index + word.length;
    if (unspaced.test(word) || (open.start && index === 0) || (open.end && end === text.length))
      continue;
    if (index > done) parts.push({ type: "text", value: text.slice(done, index) });
    parts.push(h("span.whole", word));
    done = end;
  }
  if (done < text.length || parts.length === 0)
    parts.push({ type: "text", value: text.slice(done) });
  return parts;
}
