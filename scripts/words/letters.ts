import { withoutFences } from "./directives.ts";
import { spelled } from "./words.ts";

/** What stands before a letter: nothing, white space, or a border that may be set either way. */
export type Gap = 0 | 1 | 2;

/** The letters of a text one after another, white space kept apart from them. */
export interface Letters {
  /** A code unit a letter, quotation marks left out, dashes and ellipses levelled. */
  text: string[];
  /** What stands before each letter. */
  gaps: Gap[];
  /** Which chunk each letter came in, and where in it. */
  chunks: number[];
  indexes: number[];
  /** What is open before the next letter. */
  gap: Gap;
  /** Other spellings that may stand for a letter, by its index. */
  options: Map<number, string[]>;
}

/** Letter that stands for the call of a note; no text can hold it, `lettersOf` drops it. */
export const call = "\uE000";

const ellipsis = /\.{3,}|…[.…]*/gu;
/** Kinds of units by number; 0 is one not met before. */
const letter = 1;
const space = 2;
const quote = 3;
const dash = 4;
const kinds: ReadonlyArray<[number, RegExp]> = [
  [space, /\s/u],
  [quote, /["'`“”„‟‘’‚‛«»‹›「」『』′″]/u],
  [dash, /[-‐‑‒–—―−]/u],
];
/** Kind of each unit met so far: there are few, and every text has thousands. */
const known = new Uint8Array(0x1_0000);

/** An empty account. */
export function noLetters(): Letters {
  return { text: [], gaps: [], chunks: [], indexes: [], gap: 2, options: new Map() };
}

/**
 * Adds text to an account, levelled so that typographic quotation marks, dashes and ellipses are the
 * same as typed ones.
 * @param letters
 *   Account.
 * @param value
 *   The text.
 * @param chunk
 *   Which chunk it is, for places.
 * @param start
 *   Where in the chunk it starts.
 */
export function addText(letters: Letters, value: string, chunk = 0, start = 0): void {
  // Where a directive was understood neither side shows its markup.
  const text = spelled(withoutFences(value)).replaceAll(call, "").replace(ellipsis, "…");
  for (let index = 0; index < text.length; index++) {
    const unit = text[index] as string;
    const kind = kindOf(unit);
    if (kind === letter) add(letters, unit, chunk, start + index);
    else if (kind === space) letters.gap = letters.gap === 2 ? 2 : 1;
    else if (kind === quote) letters.gap = 2;
    else if (letters.gap !== 0 || letters.text.at(-1) !== "-") {
      add(letters, "-", chunk, start + index);
    }
  }
}

function kindOf(unit: string): number {
  const code = unit.charCodeAt(0);
  known[code] ||= kinds.find(([, pattern]) => pattern.test(unit))?.[0] ?? letter;
  return known[code] as number;
}

/**
 * Adds one letter, or what stands for one.
 * @param letters
 *   Account.
 * @param unit
 *   One UTF-16 unit.
 * @param chunk
 *   Index of the piece of text it comes from.
 * @param index
 *   Index in that piece.
 */
export function add(letters: Letters, unit: string, chunk = 0, index = 0): void {
  letters.text.push(unit);
  letters.gaps.push(letters.gap);
  letters.chunks.push(chunk);
  letters.indexes.push(index);
  letters.gap = 0;
}

/**
 * Adds what may be spelled in one of several ways.
 * @param letters
 *   Account.
 * @param typed
 *   Text as typed.
 * @param others
 *   Letters of every other spelling; where one begins with another, the longer first.
 * @param chunk
 *   Index of the piece of text it comes from.
 * @param index
 *   Index in that piece.
 */
export function addSpelling(
  letters: Letters,
  { typed, others }: { typed: string; others: readonly string[] },
  chunk: number,
  index: number,
): void {
  const spelled = noLetters();
  addText(spelled, typed);
  letters.options.set(letters.text.length, [spelled.text.join(""), ...others]);
  add(letters, "\uE001", chunk, index);
}

/** Adds a border that counts as white space or as nothing, whatever the other side has. */
export function addBorder(letters: Letters): void {
  letters.gap = 2;
}

/**
 * The word that a letter is part of.
 * @param letters
 *   Account.
 * @param index
 *   Index of the letter.
 * @returns
 *   Its letters; `""` after the last.
 */
export function wordAt(letters: Letters, index: number): string {
  const { text, gaps, options } = letters;
  let word = text[index] ? spelling(index) : "";
  for (let next = index + 1; next < text.length && gaps[next] === 0; next++) word += spelling(next);
  return word;

  function spelling(at: number): string {
    return options.get(at)?.[0] ?? (text[at] === call ? "" : (text[at] as string));
  }
}
