import { rectsOf } from "./rects.ts";

// Rounding, and letters that hang over their advance, move an edge by a few pixels.
const tolerance = 4;
// Han signs that end something: their right half is empty, and hangs over where a line has room for the left one alone.
const closing = /^[’”、。，．：；！？）］｝〉》」』】〕〗]$/;
// Spaces, joiners, marks of direction: nothing of them is ever seen.
const unseen = /^[\s\p{Default_Ignorable_Code_Point}]*$/u;
// They stand over and under other letters, and take no width of their own.
const marks = /^\p{Mn}+$/u;

/**
 * Whether all of a text can be seen inside a box. A space at which a line of code is broken hangs over its edge; words are
 * what must be seen.
 * @param node
 *   Text on a page.
 * @param box
 *   Where it must stand, in CSS px.
 */
export function isInside(node: Text, box: DOMRect): boolean {
  if (isSpanInside(node, 0, node.length, box)) return true;
  const words = [...node.data.matchAll(/\S+/g)];
  return words.every(
    ({ 0: word, index }) =>
      isSpanInside(node, index, index + word.length, box) || isInsideBySign(node, index, word, box),
  );
}

/** Whether each sign of a word is inside, or the half of it that has ink. */
function isInsideBySign(node: Text, start: number, word: string, box: DOMRect): boolean {
  let at = start;
  return [...word].every((sign) => {
    const from = at;
    at += sign.length;
    if (isSpanInside(node, from, at, box)) return true;
    const [rect] = closing.test(sign) ? rectsOf(node, from, at) : [];
    if (!rect) return false;
    const { left, top, width, right, height } = box;
    const over = rect.right - right;
    return (
      over <= rect.width / 2 &&
      isSpanInside(node, from, at, new DOMRect(left, top, width + over, height))
    );
  });
}

function isSpanInside(node: Text, start: number, end: number, box: DOMRect): boolean {
  const rects = [...rectsOf(node, start, end)].filter(
    ({ width }) => width > 0 || marks.test(node.data.slice(start, end)),
  );
  if (rects.length === 0) return unseen.test(node.data.slice(start, end));
  return rects.every((rect) => {
    // A glyph box is as high as the face says, which may be far more than its line: its middle counts.
    const middle = (rect.top + rect.bottom) / 2;
    return (
      rect.left >= box.left - tolerance &&
      rect.right <= box.right + tolerance &&
      middle >= box.top &&
      middle <= box.bottom
    );
  });
}
