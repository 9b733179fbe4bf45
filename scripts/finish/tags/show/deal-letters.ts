import { anchor, arabicLetterMark, opening, rightToLeftMark } from "../runs/direction.ts";
import type { Run } from "../runs/run.ts";
import { passOn, share, takeMarks } from "./letters.ts";
import { apart, behind, flush } from "./reader-limits.ts";
import type { Seat } from "./seats.ts";
import type { SpelledRun } from "./spelled-run.ts";

// Signs and digits that run as what is beside them (UAX 9, weak types), in text from the right.
const weak = /[\p{Nd}.,:/+\-#$%،٪]$/u;

/** How a word is spelled. */
export interface Spelling {
  run: Run;
  /** Whether it is painted in the order it is read in, though it is read from right to left. */
  asRead: boolean;
  /** What it begins with, without ink; empty where it needs nothing. */
  fence: string;
  /** Whether it has to end with its last seat, or readers see a space. */
  ends: boolean;
  /** Whether its run ends with it, from left to right. */
  isLast: boolean;
  /** Whether text may go on behind the run without a space. */
  isGoneOn: boolean;
  /** Whether most of the page is read from right to left. */
  fromRight: boolean;
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
  const { run, asRead, fence } = spelling;
  const { reversed, size } = run;
  passOn(seats, reversed);
  if (!reversed) openWord(out, seats[0]);
  const shares = seats.map(({ letters }) => share(letters, reversed, asRead));
  const room = shares.some(({ rest }) => rest.length > 0) ? "tight" : "loose";
  // Read as painted, marks come behind their letter.
  if (reversed && !asRead) openFromRight(out, seats[0], shares[0]?.rest ?? [], spelling);
  const ends = reachesOver(out, seats, spelling) || spelling.ends;
  seats.forEach((seat, index) => {
    const { carried, rest } = shares[index] as (typeof shares)[number];
    const isParted = reversed && weak.test(shares[index - 1]?.carried ?? "");
    if (reversed) addBefore(out, seat, isParted ? parted(rest) : rest, size);
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

/**
 * Makes the marks of the letter that is painted first have something before them; where that, a space, would part a word,
 * they are late: without anything before them pdf.js takes them for the end of the text before.
 */
function openFromRight(
  out: SpelledRun,
  first: Seat | undefined,
  marks: string[],
  { run: { size }, isGoneOn, fromRight }: Spelling,
): void {
  if (!first || marks.length === 0) return;
  if (!isGoneOn || out.read.length > 0) {
    out.addAnchor(anchor, first.left);
    return;
  }
  const late = marks.splice(0).reverse().join("");
  out.addEmpty(late, first.left - apart * size, out.late);
  // On a page from the left poppler has them go with the text left of them.
  if (!fromRight) out.addEmpty(rightToLeftMark, first.left - 2 * apart * size, out.late);
}

/** Makes a run with late marks end a hair late: pdf.js takes any step to what is right of it for a space. */
function reachesOver(
  { late }: SpelledRun,
  seats: readonly Seat[],
  { run: { size }, isLast, fromRight }: Spelling,
): boolean {
  const last = seats.at(-1);
  if (!last || !isLast || late.length === 0 || fromRight) return false;
  last.right += 2 * flush * size;
  return true;
}

/** PDFium turns a comma and the mark right of it round together unless something stands between. */
function parted([first, ...rest]: readonly string[]): string[] {
  return first === undefined ? [] : [arabicLetterMark + first, ...rest];
}

function addBefore(out: SpelledRun, { left }: Seat, rest: readonly string[], size: number): void {
  rest.forEach((letter, place) => {
    out.addEmpty(letter, left - (rest.length - place) * apart * size);
  });
}

function addBehind(out: SpelledRun, { right }: Seat, rest: readonly string[], size: number): void {
  for (const letters of rest) out.addEmpty(letters, right - behind * size);
}
