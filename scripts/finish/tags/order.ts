import { classOf } from "./characters.ts";
import type { Run } from "./runs.ts";

// Points. Runs of one line stand on one baseline.
const sameLine = 0.5;
// Enough letters to tell one run of a line from another.
const compared = 12;
/** Stands for a glyph of which nothing is known. */
const unknown = "\uFFFC";

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
  const letters = lettersOf([...text]);
  const ordered: Run[] = [];
  let at = 0;
  for (const line of lines) {
    const waiting = line.map((run) => ({ run, said: said(run) }));
    // Painted from the left: in a text from right to left the last is likely first.
    if (waiting.length > 1) waiting.reverse();
    while (waiting.length > 0) {
      const scores = waiting.map((one) => likeness(one.said, letters, at));
      const next = scores.indexOf(Math.max(...scores));
      const [chosen] = waiting.splice(next, 1) as [(typeof waiting)[number]];
      ordered.push(chosen.run);
      at += chosen.said.length;
    }
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
  const glyphs = run.reversed ? run.glyphs.toReversed() : run.glyphs;
  return glyphs.flatMap(({ hint }) => (hint === "" ? [unknown] : lettersOf([...hint])));
}

function lettersOf(characters: readonly string[]): string[] {
  return characters.filter((character) => classOf(character) === "letter");
}

/** Share of a run's first letters that the text has next, 0 to 1. */
function likeness(run: readonly string[], letters: readonly string[], at: number): number {
  const length = Math.min(run.length, compared);
  if (length === 0) return 0;
  let alike = 0;
  for (let index = 0; index < length; index++)
    if (run[index] === letters[at + index] || run[index] === unknown) alike++;
  return alike / length;
}
