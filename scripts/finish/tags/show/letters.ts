import { classOf, softHyphen } from "../runs/characters.ts";
import { rightToLeftMark } from "../runs/direction.ts";

const mark = /^\p{Mn}$/u;
const format = /^\p{Cf}$/u;
// poppler takes numbers, and what may stand in one, for the beginning of text from left to right.
const numberLike = /^[\p{Nd}\u060C\u066A-\u066C#$%+,./:;°±\u2030-]$/u;

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
 * @param asRead
 *   Whether the places of a word that is are painted in the order they are read in.
 */
export function share(letters: readonly string[], reversed: boolean, asRead = false): Shared {
  if (reversed) {
    const last = letters.at(-1);
    if (last === undefined || mark.test(last)) return { carried: "", rest: [...letters] };
    const isBefore = (letter: string, at: number) =>
      at < letters.length - 1 && (asRead || !format.test(letter));
    const from = letters.findLastIndex(isBefore) + 1;
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
