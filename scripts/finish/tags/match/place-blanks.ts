import { blank } from "../runs/characters.ts";
import type { Run } from "../runs/run.ts";

/** A run that shows letters, and which letters of the text are its first and the one behind its last. */
export interface Placed {
  run: Run;
  from: number;
  to: number;
}

/** Where a blank may stand: before the word of a line that has this index, or behind all. */
interface Gap {
  index: number;
  /** How many more blanks the text has there at most: at the ends of a line they may be swallowed. */
  room: number;
}

// Share of the type size up to which a blank is as near to one run as to another.
const near = 0.05;

/**
 * Puts blanks, which the text has everywhere, among the words of a line that runs both ways: each beside the end of
 * the word before it or the beginning of the word behind it, where the text has white space. Between both may stand
 * words of other elements, so that neither the words alone nor the order from left to right says where.
 * @param words
 *   Of a line, in reading order.
 * @param blanks
 *   Of the same line, as painted.
 * @param spaces
 *   How much white space stands before each letter of the text, and behind the last.
 * @returns
 *   All of them in reading order.
 */
export function placeBlanks(
  words: readonly Placed[],
  blanks: readonly Run[],
  spaces: readonly number[],
): readonly Run[] {
  const gaps = gapsOf(words, spaces);
  const likely = blanks
    .flatMap((blank) => gaps.map((gap) => ({ blank, gap, off: distance(blank, words, gap) })))
    .sort((one, other) => one.off - other.off || isOuter(one.gap) - isOuter(other.gap));
  const found = new Map<Run, Gap>();
  for (const { blank, gap } of likely) {
    if (found.has(blank) || gap.room === 0) continue;
    found.set(blank, gap);
    gap.room--;
  }
  // What the text doesn't have, as what takes no room, stands beside what is nearest.
  for (const { blank, gap } of likely) if (!found.has(blank)) found.set(blank, gap);
  return gaps.flatMap((gap) => {
    const own = blanks.filter((blank) => found.get(blank) === gap);
    const word = words[gap.index]?.run;
    return [...inOrder(own, words, gap), ...(word ? [word] : [])];
  });

  function isOuter({ index }: Gap): number {
    return index === 0 || index === words.length ? 1 : 0;
  }
}

/** All places beside words, with the white space that the text has there and no word shows. */
function gapsOf(words: readonly Placed[], spaces: readonly number[]): Gap[] {
  return Array.from({ length: words.length + 1 }, (_, index) => {
    const [before, after] = [words[index - 1], words[index]];
    const from = before?.to ?? after?.from ?? 0;
    const all = spaces.slice(from, (after?.from ?? from) + 1).reduce((sum, one) => sum + one, 0);
    const shown = blanksAt(before?.run.read.toReversed()) + blanksAt(after?.run.read);
    return { index, room: Math.max(0, all - shown) };
  });
}

/** How many blanks a run begins with. */
function blanksAt(glyphs: Run["read"] = []): number {
  const first = glyphs.findIndex(({ hint }) => !blank.test(hint));
  return first < 0 ? glyphs.length : first;
}

/** How far a blank stands from the nearer word of a gap, in steps too small to tell. */
function distance(blank: Run, words: readonly Placed[], { index }: Gap): number {
  const off = Math.min(behind(blank, words[index - 1]), before(blank, words[index]));
  return Math.round(off / (near * blank.size * blank.scale));
}

/** How far a blank stands from the end of a word, in points. */
function behind(blank: Run, word: Placed | undefined): number {
  if (!word) return Number.POSITIVE_INFINITY;
  const { run } = word;
  return Math.abs(run.reversed ? startOf(run) - endOf(blank) : startOf(blank) - endOf(run));
}

/** How far it stands from its beginning. */
function before(blank: Run, word: Placed | undefined): number {
  if (!word) return Number.POSITIVE_INFINITY;
  const { run } = word;
  return Math.abs(run.reversed ? startOf(blank) - endOf(run) : startOf(run) - endOf(blank));
}

/** Puts the blanks of a gap in order: from the end of the word before it to the beginning of the next. */
function inOrder(blanks: readonly Run[], words: readonly Placed[], { index }: Gap): Run[] {
  const [last, next] = [words[index - 1], words[index]];
  const progress = (blank: Run) => {
    if (!last) return -before(blank, next);
    return next ? behind(blank, last) - before(blank, next) : behind(blank, last);
  };
  const beside = (place: number) => ((place < 0 ? last : next) ?? last ?? next)?.run.reversed;
  return blanks
    .map((blank) => ({ blank, place: progress(blank) }))
    .sort((one, other) => {
      const off = one.place - other.place;
      if (Math.abs(off) > near * one.blank.size * one.blank.scale) return off;
      const step = startOf(one.blank) - startOf(other.blank);
      return beside(one.place) ? -step : step;
    })
    .map(({ blank }) => blank);
}

function startOf({ left, xs, scale }: Run): number {
  return left + (xs[0] ?? 0) * scale;
}

function endOf({ left, end, scale }: Run): number {
  return left + end * scale;
}
