import { classOf } from "./characters.ts";
import { sameLine } from "./lines.ts";
import { type Placed, placeBlanks } from "./place-blanks.ts";
import type { Run } from "./run.ts";
import { mirrorOf } from "./true-hints.ts";

// Enough letters to tell one run of a line from another.
const compared = 12;
// Likeness from which on a place is taken to be right, and what a step away from the place expected takes off.
const sure = 0.8;
const further = 0.01;
const mostSlack = 12;
// What a bracket is worth where the text has the other: some fonts say the wrong one where they turn them.
const turned = 0.7;
// Alphabetic and Arabic presentation forms.
const ligatures = /[\uFB00-\uFDFF\uFE70-\uFEFC]/g;
/** Stands for a glyph of which nothing is known. */
const unknown = "\uFFFC";

/** Where a run is most like the text. */
interface Place {
  /** Likeness of its first letters. */
  score: number;
  at: number;
  /** Agreement of all its letters. */
  all: number;
}

/**
 * Puts the runs of a text into the order they are read in. Lines come in order; within one that runs both
 * ways Chromium paints from left to right, and the text says which run is next.
 * @param runs
 *   As painted.
 * @param text
 *   What they say together.
 * @returns
 *   The same runs.
 */
export function orderRuns(runs: readonly Run[], text: string): readonly Run[] {
  const lines = linesOf(runs);
  if (lines.every((line) => line.length === 1 || !line.some(({ reversed }) => reversed)))
    return runs;
  const characters = [...apart(text)];
  const letters = lettersOf(characters);
  const spaces = spacesOf(characters);
  const ordered: Run[] = [];
  let at = 0;
  // How far off the place may be: letters and glyphs of which nothing is known need not be as many.
  let slack = 0;
  for (const line of lines) {
    const whole = line.map((run) => ({ run, said: said(run) }));
    const waiting = whole.filter(({ said }) => said.length > 0);
    const blanks = whole.filter(({ said }) => said.length === 0).map(({ run }) => run);
    const words: Placed[] = [];
    // Painted from the left: in a text from right to left the last is likely first.
    if (waiting.length > 1) waiting.reverse();
    while (waiting.length > 0) {
      const found = waiting.map((one) => bestPlace(one.said, letters, at, slack));
      const next = indexOfNext(found);
      const best = found[next]?.score ?? 0;
      const [chosen] = waiting.splice(next, 1) as [(typeof waiting)[number]];
      const from = found[next]?.at ?? at;
      const end = from + chosen.said.length;
      words.push({ run: chosen.run, from, to: end });
      const unknowns = chosen.said.filter((letter) => letter === unknown).length;
      at = end;
      slack = Math.min(unknowns > 0 || best < sure ? slack + unknowns : 0, mostSlack);
    }
    if (blanks.length > 0 && words.length > 0) ordered.push(...placeBlanks(words, blanks, spaces));
    else ordered.push(...words.map(({ run }) => run), ...blanks);
  }
  return ordered;
}

function linesOf(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [];
  for (const run of runs) {
    const line = lines.at(-1);
    const before = line?.at(-1);
    if (line && before && Math.abs(before.baseline - run.baseline) < sameLine) line.push(run);
    else lines.push([run]);
  }
  return lines;
}

function said(run: Run): string[] {
  return run.read.flatMap(({ hint }) => (hint === "" ? [unknown] : lettersOf([...apart(hint)])));
}

/** A text whose ligatures are the letters that they join: fonts say “ﬃ” of the glyph of three. */
function apart(text: string): string {
  return text.replace(ligatures, (one) => one.normalize("NFKC"));
}

function lettersOf(characters: readonly string[]): string[] {
  return characters.filter((character) => classOf(character) === "letter");
}

/** How much white space stands before each letter, and behind the last. */
function spacesOf(characters: readonly string[]): number[] {
  const spaces = [0];
  for (const character of characters) {
    const kind = classOf(character);
    if (kind === "space") spaces[spaces.length - 1] = (spaces.at(-1) as number) + 1;
    if (kind === "letter") spaces.push(0);
  }
  return spaces;
}

/** Of runs that the text surely has, the first, and of those that may be it the likeliest; else the likeliest of all. */
function indexOfNext(found: readonly Place[]): number {
  const first = Math.min(
    ...found.map(({ score, at }) => (score >= sure ? at : Number.POSITIVE_INFINITY)),
  );
  const likely = first < Number.POSITIVE_INFINITY ? found.filter(({ at }) => at === first) : found;
  const [best] = likely.toSorted((one, other) => other.score - one.score || other.all - one.all);
  return best ? found.indexOf(best) : -1;
}

/** Where near a place a run is most like the text. */
function bestPlace(
  run: readonly string[],
  letters: readonly string[],
  place: number,
  slack: number,
): Place {
  let best = { score: likeness(run, letters, place), at: place };
  for (let off = 1; off <= slack; off++) {
    for (const at of [place - off, place + off]) {
      const score = at < 0 ? 0 : likeness(run, letters, at) - off * further;
      if (score > best.score) best = { score, at };
    }
  }
  return { ...best, all: agreement(run, letters, best.at) };
}

/** Share of a run's first letters that the text has next, 0 to 1. */
function likeness(run: readonly string[], letters: readonly string[], at: number): number {
  const length = Math.min(run.length, compared);
  if (length === 0) return 0;
  let alike = 0;
  for (let index = 0; index < length; index++) {
    const [letter, wanted] = [run[index] as string, letters[at + index]];
    if (letter === wanted || letter === unknown) alike++;
    else if (mirrorOf(letter) === wanted) alike += turned;
  }
  return alike / length;
}

/** How many more of all letters of a run the text has next than not: runs may begin alike. */
function agreement(run: readonly string[], letters: readonly string[], at: number): number {
  const alike = run.filter(
    (letter, index) => letter === letters[at + index] || letter === unknown,
  ).length;
  return 2 * alike - run.length;
}
