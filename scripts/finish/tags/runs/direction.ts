/** Shows nothing, and counts as a letter from left to right. */
export const leftToRightMark = "\u200E";
/** Shows nothing, and counts as a letter from right to left. */
export const rightToLeftMark = "\u200F";
/** The same to pdf.js, too, where a mark stands behind it. */
export const arabicLetterMark = "\u061C";

// Letters that turn the text about them from right to left.
const turning =
  /(?=\p{L})[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Whether a text runs from right to left, though readers don't know: beyond the first plane they know no direction. */
export function isUnknown(text: string): boolean {
  return turning.test(text) && !isKnown(text);
}

const known = /(?=\p{L})[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/u;

/** Whether pdf.js turns a text round that it reads from left to right. */
export function isKnown(text: string): boolean {
  return known.test(text);
}

/** Whether a text runs from right to left. */
export function isTurned(text: string): boolean {
  return turning.test(text);
}

/** What a blank says where pdf.js, which passes over blanks, must take it for a letter. */
export const anchor = `${rightToLeftMark} `;
/** The same between text from left to right and other, on a page most of which is from left to right. */
export const leftAnchor = `${leftToRightMark} `;
/** The same before text from left to right. */
export const opening = "\u200B ";

/**
 * The mark before text from left to right beside other: on a page from right to left poppler takes what is left of it
 * along, and on a page from left to right has signs that it begins with go with the text left of it.
 * @param fromRight
 *   Whether most of the page is from right to left.
 * @returns
 *   One character.
 */
export function fence(fromRight: boolean): string {
  return fromRight ? rightToLeftMark : leftToRightMark;
}
