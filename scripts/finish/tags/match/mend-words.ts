import { blank, classAt } from "../runs/characters.ts";
import type { Glyph } from "../runs/run.ts";
import { invisible } from "../runs/true-hints.ts";
import { type Aligned, alignGlyphs } from "./align.ts";
import type { Followed, ShownText } from "./follow.ts";

/** Where a word begins: a glyph, and a place in the text. */
export interface WordStart {
  glyph: number;
  at: number;
}

/**
 * Lays the glyphs from one space to the next on the words that they may be.
 * @param shown
 *   All glyphs and their text.
 * @param word
 *   Where the word begins that doesn't fit.
 * @param wrong
 *   The glyph that doesn't.
 * @param followed
 *   Gets what they stand for.
 * @returns
 *   Where the next word begins.
 */
export function mendWords(
  { glyphs, text, lines }: ShownText,
  word: WordStart,
  wrong: number,
  followed: Followed,
): WordStart {
  let end = wrong + 1;
  // What looks like a space at the end of a line may be none.
  while (end < glyphs.length && (lines.has(end + 1) || !blank.test((glyphs[end] as Glyph).hint)))
    end++;
  const hints = glyphs.slice(word.glyph, end).map(({ hint }) => hint);
  const starts = hints.flatMap((_, index) =>
    index > 0 && lines.has(word.glyph + index) ? [index] : [],
  );
  const isLast = glyphs.slice(end).every(({ hint }) => blank.test(hint));
  const aligned = isLast
    ? alignGlyphs(hints, [...text.slice(word.at)], { whole: true, starts: new Set(starts) })
    : alignWords(hints, text, word.at, starts);
  let { at } = word;
  aligned.parts.forEach(({ skipped, said }, index) => {
    at += skipped.length;
    followed.said[word.glyph + index] = said;
    followed.from[word.glyph + index] = at;
    at += said.length;
    followed.to[word.glyph + index] = at;
  });
  followed.lost += aligned.lost;
  // Blanks behind the last word are shown by themselves.
  const passed = isLast && end < glyphs.length ? aligned.rest.trimEnd() : aligned.rest;
  return { glyph: end, at: at + passed.length };
}

/** Lays glyphs on as many words as they may be, and on more where those are others. */
function alignWords(
  hints: readonly string[],
  text: string,
  from: number,
  starts: readonly number[],
): Aligned {
  const spaces = hints.filter((hint) => hint === invisible || blank.test(hint)).length;
  const words = text.slice(from, endOfWords(text, from, starts.length + spaces + 1));
  const key = `${hints.join("\t")}\n${starts.join()}\n${words}`;
  const known = alignments.get(key);
  if (known) return known;
  const aligned = alignGlyphs(hints, [...words], { starts: new Set(starts) });
  if (aligned.lost > 0) {
    const more = text.slice(from, reach(text, from, hints.length));
    return alignGlyphs(hints, [...more], { starts: new Set(starts) });
  }
  if (alignments.size >= mostKept) alignments.clear();
  alignments.set(key, aligned);
  return aligned;
}

// Texts say the same words again and again.
const alignments = new Map<string, Aligned>();
const mostKept = 5000;

/** Where so many words end, with white space before the first. */
function endOfWords(text: string, from: number, count: number): number {
  let at = from;
  for (let word = 0; word < count; word++) {
    while (at < text.length && classAt(text, at) === "space") at++;
    while (at < text.length && classAt(text, at) !== "space") at++;
  }
  return at;
}

/** As far as so many glyphs may reach, and on to the end of the word. */
function reach(text: string, from: number, glyphs: number): number {
  let end = Math.min(text.length, from + glyphs * 2 + 16);
  while (end < text.length && classAt(text, end) !== "space") end++;
  return end;
}
