import { mirrorOf } from "./true-hints.ts";

// Enough letters to tell one run of a line from another.
const compared = 12;
/** Likeness from which on a place is taken to be right. */
export const sure = 0.8;
// What a step away from the place expected takes off.
const further = 0.01;
// What a bracket is worth where the text has the other: some fonts say the wrong one where they turn them.
const turned = 0.7;
/** Stands for a glyph of which nothing is known. */
export const unknown = "\uFFFC";

/** Where a run is most like the text. */
interface Place {
  /** Likeness of its first letters. */
  score: number;
  at: number;
  /** Agreement of all its letters. */
  all: number;
}

/** Where a text goes on. */
export interface Progress {
  /** All of it. */
  letters: readonly string[];
  /** The next of them. */
  at: number;
  /** How far off the place may be: letters and glyphs of which nothing is known need not be as many. */
  slack: number;
}

/**
 * Finds the run that a text has next: of those that it surely has, the first, and of those that may be it the
 * likeliest; else the likeliest of all.
 * @param runs
 *   Letters that each run shows, `unknown` among them; at least one run.
 * @param progress
 *   How far the text is read.
 * @returns
 *   Which run, and where it is most like the text.
 */
export function nextRun(
  runs: ReadonlyArray<readonly string[]>,
  progress: Progress,
): Place & { index: number } {
  const found = runs.map((run, index) => ({ ...bestPlace(run, progress), index }));
  const first = Math.min(
    ...found.map(({ score, at }) => (score >= sure ? at : Number.POSITIVE_INFINITY)),
  );
  const likely = first < Number.POSITIVE_INFINITY ? found.filter(({ at }) => at === first) : found;
  const [best] = likely.toSorted((one, other) => other.score - one.score || other.all - one.all);
  return best as Place & { index: number };
}

/** Where near a place a run is most like the text. */
function bestPlace(run: readonly string[], { letters, at: place, slack }: Progress): Place {
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
