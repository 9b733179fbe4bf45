// Every range that was ever made is kept up to date with each change of the tree until its memory is freed, which
// made moving text the dearer the more of it had been measured: one serves all.
const range = document.createRange();

/**
 * Measures a piece of text as laid out.
 * @param text
 *   The text.
 * @param start
 *   Offset of its first character.
 * @param end
 *   Offset after its last.
 * @returns
 *   A box for each line it stands on, CSS px in the view.
 */
export function rectsOf(text: Text, start = 0, end = text.length): DOMRectList {
  range.setStart(text, start);
  range.setEnd(text, end);
  return range.getClientRects();
}
