import { rectsOf } from "../seen/rects.ts";

// No line ends at a no-break space: what it joins is one word here.
const before = /[\S\u00A0\u2007\u202F]+$/;
const after = /(?![\u00A0\u2007\u202F])\s|$/;

/** A word within a text, as lines know words. */
export interface WordAround {
  start: number;
  end: number;
  /** Width if it stood on one line, CSS px. */
  width: number;
}

/**
 * Finds the word around a place, with all that no-break spaces join to it.
 * @param text
 *   The text.
 * @param offset
 *   Offset behind a character of the word.
 */
export function wordAround(text: Text, offset: number): WordAround {
  const start = text.data.slice(0, offset).search(before);
  const end = offset + text.data.slice(offset).search(after);
  const rects = start === -1 ? [] : [...rectsOf(text, start, end)];
  return { start, end, width: rects.reduce((sum, { width }) => sum + width, 0) };
}
