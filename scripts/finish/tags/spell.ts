import type { FontCodes } from "./codes.ts";
import type { Glyph, Run } from "./runs.ts";

/** A glyph to be shown. */
export interface Shown {
  code: number;
  /** Where, in the run's text space. */
  x: number;
  y: number;
  /** Its advance there. */
  advance: number;
  /** How much wider than drawn, where it isn't as wide. */
  stretch?: number;
}

/** How a run is shown. */
export interface Spelled {
  /** What readers read, from left to right. */
  read: Shown[];
  /** Ink that readers pass over: what it stands for is in `read`. */
  silent: Shown[];
}

// Readers take what stands higher or lower for another line.
const level = 1e-3;
// Shares of the type size: how far before its end what follows a glyph stands, and how far apart, so that it
// stands neither on the next glyph nor so far off that a reader looks for a space.
const behind = 0.012;
const apart = 0.003;
/** What ink stands for that is read elsewhere: readers drop it, or it is no part of a spelling. */
const nothing = "\u200B";
const mark = /^\p{Mn}$/u;
const blank = /^\s+$/u;
// poppler takes a number, and what may stand in one, for the beginning of text from left to right.
const numberLike = /^[\d,.:;/+-]$/u;
const rightToLeftMark = "\u200F";

/**
 * Spells a run so that readers who take the letters of a line from left to right, and turn words from right to
 * left round, read its text: poppler and pdf.js. They want (measured):
 * - one letter a glyph where text runs from right to left, since a glyph's letters are not turned round;
 * - marks on glyphs without advance, and other letters on glyphs with one, or else they see a space;
 * - everything at one height.
 * Letters for which there is no such glyph go on empty ones; ink for which there is no letter is silent.
 * @param run
 *   The run.
 * @param glyphs
 *   Its glyphs in reading order.
 * @param texts
 *   What each stands for.
 * @param codes
 *   Of its font.
 */
export function spellRun(
  run: Run,
  glyphs: readonly Glyph[],
  texts: readonly string[],
  codes: FontCodes,
): Spelled {
  const spelled: Spelled = { read: [], silent: [] };
  const base = baseOf(glyphs);
  const order = glyphs.map((_, index) => index);
  if (run.reversed) order.reverse();
  let word: number[] = [];
  for (const index of order) {
    const isBlank = blank.test((glyphs[index] as Glyph).hint);
    // Without ink, and of no use.
    if (isBlank && texts[index] === "") continue;
    if (blank.test(texts[index] as string)) {
      spellWord(word);
      word = [];
      const { code, x, y, advance } = glyphs[index] as Glyph;
      spelled.read.push({ code: codes.codeFor(code, texts[index] as string), x, y, advance });
    } else word.push(index);
  }
  spellWord(word);
  return spelled;

  /** Spells the glyphs of a word, from left to right. */
  function spellWord(word: readonly number[]): void {
    if (word.length === 0) return;
    const said = word.map((index) => lettersOf(texts[index] as string, run.reversed));
    const letters = said.flat();
    const carries = word.map((index) => (glyphs[index] as Glyph).advance > level);
    const spacing = letters.filter((letter) => !mark.test(letter)).length;
    const seats = carries.filter(Boolean).length;
    const floats = word.some((index, at) => carries[at] && !isLevel(glyphs[index] as Glyph));
    if (spacing < seats || floats) stretchWord(word, letters);
    else seatWord(word, said, letters, carries, seats);
  }

  /** Every seat, a glyph with an advance, gets a letter; other letters go on empty glyphs behind. */
  function seatWord(
    word: readonly number[],
    said: readonly string[][],
    letters: readonly string[],
    carries: readonly boolean[],
    seats: number,
  ): void {
    const plain = word.every((_, at) => isSeated(said[at] as string[], carries[at] as boolean));
    const seated = plain ? said : reseat(letters, carries, seats);
    let pen = (glyphs[word[0] as number] as Glyph).x;
    let waiting: string[] = [];
    word.forEach((index, at) => {
      const glyph = glyphs[index] as Glyph;
      const own = seated[at] as string[];
      if (carries[at]) {
        spelled.read.push(shown(glyph, takeFor(own)));
        pen = glyph.x + glyph.advance;
      } else spelled.silent.push(shown(glyph, nothing));
      waiting.push(...own);
      const next = word.findIndex((_, one) => one > at && carries[one]);
      if (next !== -1 && !carries[at + 1] && at + 1 < word.length) return;
      waiting.forEach((letter, place) => {
        addEmpty(letter, pen - (behind - place * apart) * run.size);
      });
      waiting = [];
    });
  }

  /** What a glyph can carry of its letters, which are taken away. */
  function takeFor(letters: string[]): string {
    let count = 1;
    if (!run.reversed)
      while (count < letters.length && !mark.test(letters[count] as string)) count++;
    return letters.splice(0, count).join("");
  }

  function isLevel({ y }: Glyph): boolean {
    return Math.abs(y - base) < level;
  }

  function addEmpty(letter: string, x: number): void {
    const empty = codes.emptyFor(letter);
    if (empty)
      spelled.read.push({
        code: empty.code,
        x,
        y: base,
        advance: (empty.advance * run.size) / 1000,
      });
  }

  /** More ink than letters: all of it is silent, and the letters stand on empty glyphs as wide as the word. */
  function stretchWord(word: readonly number[], letters: readonly string[]): void {
    const inked = word.map((index) => glyphs[index] as Glyph);
    const left = Math.min(...inked.map(({ x }) => x));
    const right = Math.max(...inked.map(({ x, advance }) => x + advance));
    for (const glyph of inked) spelled.silent.push(shown(glyph, nothing));
    const wide = letters.filter((letter) => !mark.test(letter)).length;
    const step = (right - left) / Math.max(wide, 1);
    let x = left;
    for (const letter of letters) {
      const space = mark.test(letter) ? undefined : codes.spaceFor(letter);
      if (!space) {
        addEmpty(letter, x);
        continue;
      }
      const stretch = (step * 1000) / (space.advance * run.size);
      spelled.read.push({ code: space.code, x, y: base, advance: step, stretch });
      x += step;
    }
  }

  function shown({ code, x, y, advance }: Glyph, text: string): Shown {
    return { code: codes.codeFor(code, text), x, y, advance };
  }
}

/** The height that most of a run stands at: that of its lowest glyph from the line. */
function baseOf(glyphs: readonly Glyph[]): number {
  let base = glyphs[0]?.y ?? 0;
  for (const { y } of glyphs) if (Math.abs(y) < Math.abs(base)) base = y;
  return base;
}

/** Letters of a glyph in the order they are read in from left to right. */
function lettersOf(text: string, reversed: boolean): string[] {
  const letters = [...text];
  if (!reversed) return letters;
  return letters
    .reverse()
    .map((letter) => (numberLike.test(letter) ? rightToLeftMark + letter : letter));
}

function isSeated(letters: readonly string[], carries: boolean): boolean {
  const [first, ...others] = letters;
  if (first === undefined) return !carries;
  return carries ? !mark.test(first) : mark.test(first) && others.length === 0;
}

/** Deals letters out: each seat begins with one that is no mark. */
function reseat(
  letters: readonly string[],
  carries: readonly boolean[],
  seats: number,
): string[][] {
  const bases = letters.flatMap((letter, at) => (mark.test(letter) ? [] : [at]));
  // Where from left to right the letters of each seat begin; marks before the first go with it.
  const begins = Array.from({ length: seats }, (_, seat) =>
    seat === 0 ? 0 : (bases[Math.floor((seat * bases.length) / seats)] as number),
  );
  let seat = 0;
  return carries.map((carrying) => {
    if (!carrying) return [];
    const own = letters.slice(begins[seat], begins[seat + 1] ?? letters.length);
    seat++;
    return own;
  });
}
