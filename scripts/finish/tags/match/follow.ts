import { blank, classAt, hyphens, noBreakSpace, softHyphen } from "../runs/characters.ts";
import type { Glyph } from "../runs/run.ts";
import { invisible } from "../runs/true-hints.ts";
import { fitGlyph } from "./fit-glyph.ts";
import { mendWords } from "./mend-words.ts";
import { nextPiece, passBlanks } from "./pieces.ts";

/** Glyphs, and a text that they show. */
export interface ShownText {
  /** In reading order. */
  glyphs: readonly Glyph[];
  /** With white space that ends of lines have swallowed. */
  text: string;
  /** Glyphs with which a run begins: before them white space may be missing. */
  starts: ReadonlySet<number>;
  /** Glyphs with which a line begins: only there white space may be missing within a piece. */
  lines: ReadonlySet<number>;
  /** Places where the text goes on behind another element: white space on both sides is shown twice. */
  ends: ReadonlySet<number>;
}

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
 * @param shown
 *   The glyphs and the text.
 */
export function followText(shown: ShownText): Followed {
  const { glyphs, text, starts } = shown;
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
    if (starts.has(index)) at = passSwallowed(shown, index, at);
    const said = fitGlyph(shown, index, at);
    if (said === undefined) {
      word = mendWords(shown, word, index, followed);
      ({ glyph: index, at } = word);
      continue;
    }
    followed.said[index] = said.text;
    followed.from[index] = said.from;
    followed.to[index++] = said.to;
    at = said.to;
    if (said.text === hint && blank.test(hint)) word = { glyph: index, at };
  }
  // A last glyph may stand for more than the font says of it, as one of a hand and its colour does.
  if (glyphs.length > 0 && goesOn(text, at))
    ({ at } = mendWords(shown, word, glyphs.length - 1, followed));
  for (; at < text.length; at++) if (classAt(text, at) === "letter") followed.lost++;
  return followed;
}

/** Whether a word has more that is read. */
function goesOn(text: string, from: number): boolean {
  let at = from;
  while (at < text.length && classAt(text, at) === "ignorable") at++;
  return at < text.length && classAt(text, at) !== "space";
}

/** Passes over the white space before a run that no glyph shows. */
function passSwallowed(shown: ShownText, index: number, at: number): number {
  const { glyphs, text, starts, lines, ends } = shown;
  const { hint } = glyphs[index] as Glyph;
  if (!blank.test(hint)) return isCut(hint, text, at) ? at : passBlanks(text, at);
  // A blank of its own within a line is the next that the text has: what is swallowed there ends a line.
  const isNext = starts.has(index + 1) && !lines.has(index);
  return !isNext && isSwallowed(shown, index, at) ? nextPiece(text, at, ends) : at;
}

/** Whether a run may be the hyphen of a word that is cut here. */
function isCut(hint: string, text: string, at: number): boolean {
  return text[at] === softHyphen && (hint === invisible || hyphens.includes(hint));
}

/** Whether the text has more white space before the next letter than is shown: the end of a line has some, or both sides of a border. */
function isSwallowed({ glyphs, text, ends }: ShownText, index: number, place: number): boolean {
  let shown = index;
  while (blank.test(glyphs[shown]?.hint ?? "")) shown++;
  let spaces = 0;
  for (let at = place; at < text.length && classAt(text, at) !== "letter"; at++) {
    if (classAt(text, at) !== "space") continue;
    const isFirst = at === place || ends.has(at) || classAt(text, at - 1) !== "space";
    // Of several in a row a line shows one, but for those at which none ends.
    if (isFirst || text[at] === noBreakSpace) spaces++;
  }
  return spaces > shown - index;
}
