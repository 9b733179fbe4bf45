import { anchor, opening } from "./direction.ts";
import { passOn, share, takeMarks } from "./letters.ts";
import { apart, behind } from "./reader-limits.ts";
import type { Run } from "./run.ts";
import type { Seat } from "./seats.ts";
import type { SpelledRun } from "./spelled-run.ts";

/** How a word is spelled. */
export interface Spelling {
  run: Run;
  /** Whether it is painted in the order it is read in, though it is read from right to left. */
  asRead: boolean;
  /** What it begins with, without ink; empty where it needs nothing. */
  fence: string;
  /** Whether it has to end with its last seat, or readers see a space. */
  ends: boolean;
}

/**
 * Deals the letters of a word out: each seat carries what a glyph with an advance can, the rest goes on empty ones
 * beside it.
 * @param out
 *   Gets the word.
 * @param seats
 *   From left to right; what they say is changed.
 * @param spelling
 *   How.
 */
export function dealLetters(out: SpelledRun, seats: readonly Seat[], spelling: Spelling): void {
  const { run, asRead, fence, ends } = spelling;
  const { reversed, size } = run;
  passOn(seats, reversed);
  if (!reversed) openWord(out, seats[0]);
  const shares = seats.map(({ letters }) => share(letters, reversed, asRead));
  const room = shares.some(({ rest }) => rest.length > 0) ? "tight" : "loose";
  seats.forEach((seat, index) => {
    const { carried, rest } = shares[index] as (typeof shares)[number];
    // Read as painted, marks come behind their letter.
    if (reversed && rest.length > 0 && index === 0 && !asRead) out.addAnchor(anchor, seat.left);
    if (reversed) addBefore(out, seat, rest, size);
    const letters = index === 0 ? fence + carried : carried;
    out.carry(seat, letters, ends && index === seats.length - 1 ? "flush" : room);
    if (!reversed) addBehind(out, seat, rest, size);
  });
}

/** Shows marks that a word from left to right begins with, behind a space, before its first letter. */
function openWord(out: SpelledRun, first: Seat | undefined): void {
  const marks = first && out.read.length > 0 ? takeMarks(first.letters) : "";
  if (!first || marks === "") return;
  out.addAnchor(opening, first.left);
  out.addEmpty(marks, first.left);
}

function addBefore(out: SpelledRun, { left }: Seat, rest: readonly string[], size: number): void {
  rest.forEach((letter, place) => {
    out.addEmpty(letter, left - (rest.length - place) * apart * size);
  });
}

function addBehind(out: SpelledRun, { right }: Seat, rest: readonly string[], size: number): void {
  for (const letters of rest) out.addEmpty(letters, right - behind * size);
}
