import { classOf, softHyphen } from "./characters.ts";

/** White space, and nothing else. */
export const blank = /^\s+$/u;
const mark = /^\p{Mn}$/u;
const format = /^\p{Cf}$/u;
// poppler takes numbers, and what may stand in one, for the beginning of text from left to right.
const numberLike = /^[\p{Nd}\u060C\u066A-\u066C#$%+,./:;°±\u2030-]$/u;
const leftToRightMark = "\u200E";
const rightToLeftMark = "\u200F";

/** What a glyph with an advance can carry of the letters of a place, and what empty ones beside it must. */
export interface Shared {
  carried: string;
  /** By glyph; behind the one that carries where text runs from left to right, else before it. */
  rest: string[];
}

/**
 * The letters of a text from left to right, without what only says where a line may end.
 * @param text
 *   In the order it is read in.
 * @param reversed
 *   Whether it runs from right to left.
 */
export function visualLetters(text: string, reversed: boolean): string[] {
  const letters =
    text === softHyphen ? [text] : [...text].filter((one) => classOf(one) !== "ignorable");
  if (!reversed) return letters;
  return letters
    .reverse()
    .map((letter) => (numberLike.test(letter) ? rightToLeftMark + letter : letter));
}

/** Whether a letter can stand on a glyph that has an advance: pdf.js takes any that says a mark for one without. */
export function isBase(letter: string): boolean {
  return letter === softHyphen || (!mark.test(letter) && !format.test(letter));
}

/**
 * Parts the letters of a place: a glyph carries those up to the first mark. Where text runs from right to left it
 * carries one, as nobody agrees in which order letters of a glyph are read there; and each other has its own.
 * @param letters
 *   From left to right.
 * @param reversed
 *   Whether they are read from right to left.
 */
export function share(letters: readonly string[], reversed: boolean): Shared {
  if (reversed) {
    const last = letters.at(-1);
    if (last === undefined || mark.test(last)) return { carried: "", rest: [...letters] };
    const from =
      letters.findLastIndex((letter, at) => at < letters.length - 1 && !format.test(letter)) + 1;
    return { carried: letters.slice(from).join(""), rest: letters.slice(0, from) };
  }
  const first = letters.findIndex((letter) => mark.test(letter));
  const cut = first === -1 ? letters.length : first;
  const rest = letters.slice(cut).join("");
  return { carried: letters.slice(0, cut).join(""), rest: rest === "" ? [] : [rest] };
}

/**
 * Moves what a place can't carry to the one beside it: marks before its letter to the one that they are read after;
 * what ends it and has no ink of its own to the next, since pdf.js drops a glyph of which the text ends so.
 * @param places
 *   Letters of the places of a word, from left to right; changed.
 * @param reversed
 *   Whether the word is read from right to left.
 */
export function passOn(places: ReadonlyArray<{ letters: string[] }>, reversed: boolean): void {
  places.forEach(({ letters }, index) => {
    const before = places[index - 1]?.letters;
    const after = places[index + 1]?.letters;
    if (!reversed && before)
      while (letters[0] && mark.test(letters[0])) before.push(letters.shift() as string);
    if (reversed && after)
      while (letters.length > 0 && mark.test(letters.at(-1) as string))
        after.unshift(letters.pop() as string);
    if (letters.some((letter) => mark.test(letter)) || !after) return;
    while (letters.length > 1 && format.test(letters.at(-1) as string))
      after.unshift(letters.pop() as string);
  });
}

/**
 * Takes away the marks before a letter that no letter is before.
 * @param letters
 *   Of the first place of a word, from left to right; changed where it has others than marks.
 */
export function takeMarks(letters: string[]): string {
  const first = letters.findIndex((letter) => !mark.test(letter));
  return first > 0 ? letters.splice(0, first).join("") : "";
}

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
 * Puts a mark before text from left to right beside other: on a page from right to left poppler takes what is left of
 * it along, and on a page from left to right has signs that it begins with go with the text left of it.
 */
export function fenced(letters: string, fromRight: boolean): string {
  return (fromRight ? rightToLeftMark : leftToRightMark) + letters;
}
