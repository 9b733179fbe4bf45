import { placeOf } from "./places.ts";
import { rectsOf } from "./rects.ts";

/** A table so narrow that words in it are cut anywhere. */
export interface BrokenTable {
  /** `data-ref`, which its parts on several pages share. */
  ref: string;
  /** Place in the source, `line:column`. */
  place: string;
  columns: number;
  /** The first word that is cut. */
  word: string;
}

// Addresses are no words; pieces of a word are what stands between its hyphens.
const address = /[/@]|\p{L}\.\p{L}/u;
const soft = "\u00AD";
const pieces = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * Finds tables in which words are cut without a hyphen.
 * @param root
 *   Text as laid out.
 */
export function brokenTables(root: ParentNode): BrokenTable[] {
  const found: BrokenTable[] = [];
  for (const table of root.querySelectorAll<HTMLTableElement>('table[data-tight~="anywhere"]')) {
    const word = brokenWord(table);
    const columns = Math.max(...[...table.rows].map(({ cells }) => cells.length));
    if (word) found.push({ ref: table.dataset.ref ?? "", place: placeOf(table), columns, word });
  }
  return found;
}

function brokenWord(table: Element): string | undefined {
  const walker = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null)
    for (const { 0: word, index } of text.data.matchAll(/\S+/g)) {
      const isCut = [...word.matchAll(pieces)].some((piece) =>
        isParted(text, index + piece.index, piece[0]),
      );
      if (isCut && !address.test(word)) return word.replaceAll(soft, "");
    }
  return undefined;
}

/** Whether a piece of a word stands on several lines, in a script that does not part it by itself. */
function isParted(text: Text, start: number, piece: string): boolean {
  // The box of a hyphen that ends a line is taken for the next character's.
  const from = text.data[start - 1] === soft ? start + 1 : start;
  if (linesOf(text, from, start + piece.length) < 2) return false;
  const probe = document.createElement("div");
  Object.assign(probe.style, {
    overflowWrap: "normal",
    position: "absolute",
    width: "min-content",
  });
  probe.textContent = piece;
  text.parentElement?.append(probe);
  const lines = linesOf(probe.firstChild as Text, 0, piece.length);
  probe.remove();
  return lines === 1;
}

function linesOf(text: Text, start: number, end: number): number {
  const boxes = [...rectsOf(text, start, end)].filter(({ width }) => width > 0);
  return new Set(boxes.map(({ top }) => top)).size;
}
