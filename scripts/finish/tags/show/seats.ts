import type { Glyph } from "../runs/run.ts";
import { isBase } from "./letters.ts";

/** A stretch of a word, which is read as one glyph. */
export interface Seat {
  /** Where it begins and ends in text space; the next begins where it ends. */
  left: number;
  right: number;
  /** Its ink, from left to right. */
  glyphs: Glyph[];
  /** What it says, from left to right. */
  letters: string[];
}

// Share of the type size. Nothing narrower is a seat: readers would see two letters in one place.
const narrowest = 0.04;

/** A word to be cut. */
export interface Word {
  /** From left to right. */
  glyphs: readonly Glyph[];
  /** By glyph, from left to right. */
  letters: readonly string[][];
  /** What it is of: which way it is read, and how large. */
  run: { reversed: boolean; size: number };
  /** Where the first seat begins, if not with its ink. */
  from?: number | undefined;
  /** Where the last seat ends; where text runs from left to right, at least. */
  until?: number | undefined;
}

/**
 * Cuts a word into seats: each begins with a glyph that has an advance and a letter to carry; what has none joins the
 * seat before, or where text runs from right to left the one behind, since marks are painted before their letters.
 * @param word
 *   The word.
 */
export function seatsOf(word: Word): Seat[] {
  const { glyphs, run, from, until } = word;
  const seats = seated(word);
  const inked = Math.max(...glyphs.map(({ x, advance }) => x + advance));
  const end = run.reversed ? (until ?? inked) : Math.max(until ?? inked, inked);
  const placed = bounded(seats, run.size, from ?? seats[0]?.left ?? 0, end);
  return run.reversed ? placed.flatMap(parted) : placed;
}

/** Gives each glyph and its letters a seat; nothing is said yet of where seats end. */
function seated({ glyphs, letters, run: { reversed } }: Word): Seat[] {
  const seats: Seat[] = [];
  // What is painted before the letter that it belongs to.
  let early: Pick<Seat, "glyphs" | "letters"> = { glyphs: [], letters: [] };
  glyphs.forEach((glyph, index) => {
    const own = letters[index] as string[];
    const last = seats.at(-1);
    const begins = glyph.advance > 0 && own.some(isBase);
    const waits = !begins && (!last || (reversed && glyph.advance === 0));
    if (waits) {
      early.glyphs.push(glyph);
      early.letters.push(...own);
    } else if (begins || !last) {
      const left = Math.min(
        glyph.x,
        ...early.glyphs.filter(({ advance }) => advance > 0).map(({ x }) => x),
      );
      seats.push({
        left,
        right: 0,
        glyphs: [...early.glyphs, glyph],
        letters: [...early.letters, ...own],
      });
      early = { glyphs: [], letters: [] };
    } else {
      last.glyphs.push(glyph);
      last.letters.push(...own);
    }
  });
  const last = seats.at(-1);
  if (last) {
    last.glyphs.push(...early.glyphs);
    last.letters.push(...early.letters);
  } else if (early.glyphs.length > 0)
    seats.push({ left: (early.glyphs[0] as Glyph).x, right: 0, ...early });
  return seats;
}

/** Gives each seat its end; where glyphs stand over each other, all seats of the word are of one width. */
function bounded(seats: Seat[], size: number, from: number, until: number): Seat[] {
  const [first] = seats;
  if (first) first.left = from;
  const end = Math.max(until, from + narrowest * size * seats.length);
  seats.forEach((seat, index) => {
    seat.right = seats[index + 1]?.left ?? end;
  });
  if (seats.every(({ left, right }) => right - left > narrowest * size)) return seats;
  const step = (end - from) / seats.length;
  seats.forEach((seat, index) => {
    seat.left = from + index * step;
    seat.right = seat.left + step;
  });
  return seats;
}

/** Parts a seat of several letters into one for each, with the marks before it; all ink goes with the first. */
function parted(seat: Seat): Seat[] {
  const bases = seat.letters.flatMap((letter, at) => (isBase(letter) ? [at] : []));
  if (bases.length < 2) return [seat];
  const step = (seat.right - seat.left) / bases.length;
  return bases.map((base, index) => ({
    left: seat.left + index * step,
    right: seat.left + (index + 1) * step,
    glyphs: index === 0 ? seat.glyphs : [],
    letters: seat.letters.slice(
      index === 0 ? 0 : (bases[index - 1] as number) + 1,
      index === bases.length - 1 ? undefined : base + 1,
    ),
  }));
}
