import { classOf } from "./characters.ts";
import { sameLine } from "./lines.ts";
import { nextRun, type Progress, sure, unknown } from "./next-run.ts";
import { type Placed, placeBlanks } from "./place-blanks.ts";
import type { Run } from "./run.ts";

const mostSlack = 12;
// Alphabetic and Arabic presentation forms.
const ligatures = /[\uFB00-\uFDFF\uFE70-\uFEFC]/g;

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
  const progress: Progress = { letters: lettersOf(characters), at: 0, slack: 0 };
  const spaces = spacesOf(characters);
  return lines.flatMap((line) => orderLine(line, progress, spaces));
}

function orderLine(
  line: readonly Run[],
  progress: Progress,
  spaces: readonly number[],
): readonly Run[] {
  const whole = line.map((run) => ({ run, said: saidBy(run) }));
  // Painted from the left: in a text from right to left the last is likely first.
  const waiting = whole.filter(({ said }) => said.length > 0).reverse();
  const blanks = whole.filter(({ said }) => said.length === 0).map(({ run }) => run);
  const words: Placed[] = [];
  // Where fonts say nothing of glyphs, as in Nastaliq, which has more of them than letters, no run is told by them.
  const isPlain =
    line.every(({ reversed }) => reversed) && waiting.some(({ said }) => said.includes(unknown));
  while (waiting.length > 0) {
    const likely = isPlain ? waiting.slice(0, 1) : waiting;
    const { index, at, score } = nextRun(
      likely.map(({ said }) => said),
      progress,
    );
    const [{ run, said }] = waiting.splice(index, 1) as [(typeof waiting)[number]];
    const to = at + said.length;
    words.push({ run, from: at, to });
    const unknowns = said.filter((letter) => letter === unknown).length;
    const slack = unknowns > 0 || score < sure ? progress.slack + unknowns : 0;
    Object.assign(progress, { at: to, slack: Math.min(slack, mostSlack) });
  }
  if (blanks.length > 0 && words.length > 0) return placeBlanks(words, blanks, spaces);
  return [...words.map(({ run }) => run), ...blanks];
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

function saidBy(run: Run): string[] {
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
