import type { Break } from "./column.ts";
import { blockOf } from "./lines.ts";
import { wordAround } from "./word-around.ts";

const hyphens = "-\u2010\u00AD";

/**
 * Forbids the line break before a place, if it is inside a word, at a hyphen of its own.
 * @param place
 *   Where a column would be cut.
 * @returns
 *   Allows it again; `undefined` when nothing was forbidden, else the column must be looked at anew.
 */
export function keepWordWhole({ node, offset }: Break): (() => void) | undefined {
  if (node.nodeType !== Node.TEXT_NODE || offset === 0) return undefined;
  const text = node as Text;
  if (!hyphens.includes(text.data[offset - 1] as string)) return undefined;
  const { start, end, width } = wordAround(text, offset);
  if (start === -1 || text.parentElement?.classList.contains("unbroken")) return undefined;
  // A word as wide as a line has to be broken.
  if (width > measureOf(blockOf(text)) * 0.9) return undefined;
  const word = text.splitText(start);
  const after = word.splitText(end - start);
  const span = document.createElement("span");
  span.className = "unbroken";
  span.style.whiteSpace = "nowrap";
  word.replaceWith(span);
  span.append(word);
  return () => {
    text.appendData(word.data + after.data);
    span.remove();
    after.remove();
  };
}

/** Width of the lines of a block, CSS px. */
function measureOf(block: HTMLElement): number {
  const { paddingLeft, paddingRight } = getComputedStyle(block);
  return block.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
}
