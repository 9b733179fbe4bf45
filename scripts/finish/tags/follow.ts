import { type Aligned, alignGlyphs } from "./align.ts";
import { classAt, hyphens, softHyphen } from "./characters.ts";
import { nextPiece, passBlanks } from "./pieces.ts";
import type { Glyph } from "./run.ts";
import { invisible, mirrorOf } from "./true-hints.ts";

/** What glyphs stand for. */
export interface Followed {
  /** By glyph: its part of the text, which may be empty. */
  said: string[];
  /** By glyph: where its part begins and ends in the text. */
  from: number[];
  to: number[];
  /** How many letters of the text no glyph shows. */
  lost: number;
}

/**
 * Reads a text as glyphs show it. Mostly the font says what each stands for, and it is what comes next; where
 * it isn't, the glyphs between two spaces and the words there are laid on each other.
 * @param glyphs
 *   In reading order.
 * @param text
 *   What they show, with white space that ends of lines have swallowed.
 * @param starts
 *   Glyphs with which a run begins: before them white space may be missing.
 * @param ends
 *   Places where the text goes on behind another element: white space on both sides is shown twice.
 * @param lines
 *   Glyphs with which a line begins: only there white space may be missing within a piece.
 */
export function followText(
  glyphs: readonly Glyph[],
  text: string,
  starts: ReadonlySet<number>,
  ends: ReadonlySet<number>,
  lines: ReadonlySet<number>,
): Followed {
  const followed: Followed = { said: [], from: [], to: [], lost: 0 };
  let at = 0;
  // Where the word at hand began.
  let word = { glyph: 0, at: 0 };
  for (let index = 0; index < glyphs.length; ) {
    const { hint } = glyphs[index] as Glyph;
    // Mostly: what comes next, and no space.
    const unit = hint.length === 1 ? hint.charCodeAt(0) : 0;
    if (unit > 0x20 && unit < 0x80 && unit === text.charCodeAt(at)) {
      followed.said[index] = hint;
      followed.from[index] = at++;
      followed.to[index++] = at;
      continue;
    }
    const blank = isBlank(hint);
    if (starts.has(index) && !blank && !isCut(hint, text, at)) at = passBlanks(text, at);
    if (blank && starts.has(index)) {
      // A blank of its own within a line is the next that the text has: what is swallowed there ends a line.
      const isNext = starts.has(index + 1) && !lines.has(index);
      if (!isNext && isSwallowed(glyphs, index, text, at, ends)) at = nextPiece(text, at, ends);
    }
    const said =
      hint === invisible
        ? nothingAt(text, at)
        : blank
          ? spaceAt(glyphs, index, text, at, ends)
          : letterAt(glyphs, index, text, at);
    if (said === undefined) {
      const mended = mend(glyphs, word.glyph, index, text, word.at, lines, followed);
      ({ index, at } = mended);
      word = { glyph: index, at };
      continue;
    }
    followed.said[index] = said.text;
    followed.from[index] = said.from;
    followed.to[index] = said.to;
    at = said.to;
    index++;
    if (blank && said.text === hint) word = { glyph: index, at };
  }
  for (; at < text.length; at++) if (classAt(text, at) === "letter") followed.lost++;
  return followed;
}

interface Said {
  text: string;
  from: number;
  to: number;
}

/** Whether a hint is a space, which may be a joiner in truth: both look alike. */
function isBlank(hint: string): boolean {
  return hint !== "" && hint.trim() === "";
}

/** Whether the text has more white space before the next letter than is shown: the end of a line has some, or both sides of a border. */
function isSwallowed(
  glyphs: readonly Glyph[],
  index: number,
  text: string,
  place: number,
  ends: ReadonlySet<number>,
): boolean {
  let shown = index;
  while (isBlank(glyphs[shown]?.hint ?? "")) shown++;
  let spaces = 0;
  for (let at = place; at < text.length && classAt(text, at) !== "letter"; at++) {
    const isSpace = classAt(text, at) === "space";
    if (isSpace && (at === place || ends.has(at) || classAt(text, at - 1) !== "space")) spaces++;
  }
  return spaces > shown - index;
}

/** Whether a run may be the hyphen of a word that is cut here. */
function isCut(hint: string, text: string, at: number): boolean {
  return text[at] === softHyphen && (hint === invisible || hyphens.includes(hint));
}

/** A glyph that takes no room stands for a joiner, for a space of no width, or for nothing that is read. */
function nothingAt(text: string, from: number): Said {
  const kind = from < text.length ? classAt(text, from) : "letter";
  if (kind === "space") return { text: " ", from, to: passBlanks(text, from) };
  const joins = kind === "joiner";
  return { text: joins ? (text[from] as string) : "", from, to: joins ? from + 1 : from };
}

/** White space is shown by one glyph; where several follow each other, each shows its own. */
function spaceAt(
  glyphs: readonly Glyph[],
  index: number,
  text: string,
  place: number,
  ends: ReadonlySet<number>,
): Said | undefined {
  let from = place;
  while (from < text.length && classAt(text, from) === "ignorable") from++;
  const kind = from < text.length ? classAt(text, from) : "letter";
  if (kind === "joiner") return { text: text[from] as string, from, to: from + 1 };
  // At the end of a line Chromium shows what takes no room as a space that does.
  if (kind !== "space") return from > place ? { text: "", from: place, to: from } : undefined;
  const more = isBlank(glyphs[index + 1]?.hint ?? "");
  const to = more ? from + 1 : passBlanks(text, from + 1, ends);
  return { text: (glyphs[index] as Glyph).hint, from, to };
}

function letterAt(
  glyphs: readonly Glyph[],
  index: number,
  text: string,
  place: number,
): Said | undefined {
  const { hint } = glyphs[index] as Glyph;
  if (hint !== "" && text.startsWith(hint, place))
    return { text: hint, from: place, to: place + hint.length };
  let from = place;
  while (from < text.length && classAt(text, from) === "ignorable") from++;
  if (hyphens.includes(hint) && text.slice(place, from).includes(softHyphen))
    return { text: softHyphen, from: place, to: from };
  // Some fonts say the wrong one of two brackets where they turn them; a text may spell a letter and its mark apart.
  const likely = [hint, mirrorOf(hint), hint.normalize("NFD")].find(
    (one) => one !== "" && text.startsWith(one, from),
  );
  const said = likely ?? repair(glyphs, index, text, from);
  return said === undefined ? undefined : { text: said, from, to: from + said.length };
}

/** What a glyph of which the font says something else stands for: the next must fit again. */
function repair(
  glyphs: readonly Glyph[],
  index: number,
  text: string,
  at: number,
): string | undefined {
  const { hint } = glyphs[index] as Glyph;
  const plain = hint.normalize("NFKC");
  if (plain !== hint && text.startsWith(plain, at)) return plain;
  // A ligature stands for more than one.
  if (hint === "" || [...hint].length > 1) return undefined;
  if (at >= text.length || classAt(text, at) !== "letter") return undefined;
  const character = String.fromCodePoint(text.codePointAt(at) as number);
  const place = at + character.length;
  const after = glyphs[index + 1]?.hint;
  if (after === undefined || isBlank(after))
    return place >= text.length || classAt(text, place) === "space" ? character : undefined;
  if (after === "") return undefined;
  const fits = [after, after.normalize("NFKC")].some((one) => text.startsWith(one, place));
  return fits ? character : undefined;
}

/** Lays the glyphs from one space to the next on the words that they may be. */
function mend(
  glyphs: readonly Glyph[],
  first: number,
  wrong: number,
  text: string,
  from: number,
  starts: ReadonlySet<number>,
  followed: Followed,
): { index: number; at: number } {
  let end = wrong + 1;
  // What looks like a space at the end of a line may be none.
  while (end < glyphs.length && (starts.has(end + 1) || !isBlank((glyphs[end] as Glyph).hint)))
    end++;
  const hints = glyphs.slice(first, end).map(({ hint }) => hint);
  const begun = hints.flatMap((_, index) =>
    index > 0 && starts.has(first + index) ? [index] : [],
  );
  const last = glyphs.slice(end).every(({ hint }) => isBlank(hint));
  const aligned = alignWords(hints, text, from, begun, last);
  let at = from;
  aligned.parts.forEach(({ skipped, said }, index) => {
    at += skipped.length;
    followed.said[first + index] = said;
    followed.from[first + index] = at;
    at += said.length;
    followed.to[first + index] = at;
  });
  followed.lost += aligned.lost;
  return { index: end, at: at + aligned.rest.length };
}

/** Lays glyphs on as many words as they may be, and on more where those are others. */
function alignWords(
  hints: readonly string[],
  text: string,
  from: number,
  starts: readonly number[],
  last: boolean,
): Aligned {
  if (!last) {
    const spaces = hints.filter((hint) => hint === invisible || isBlank(hint)).length;
    const words = text.slice(from, endOfWords(text, from, starts.length + spaces + 1));
    const key = `${hints.join("\t")}\n${starts.join()}\n${words}`;
    const known = alignments.get(key);
    if (known) return known;
    const aligned = alignGlyphs(hints, [...words], false, new Set(starts));
    if (aligned.lost === 0) {
      if (alignments.size >= mostKept) alignments.clear();
      alignments.set(key, aligned);
      return aligned;
    }
  }
  const rest = text.slice(from, last ? undefined : reach(text, from, hints.length));
  return alignGlyphs(hints, [...rest], last, new Set(starts));
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
