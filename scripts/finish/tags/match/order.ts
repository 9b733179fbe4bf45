import { classOf } from "../runs/characters.ts";
import type { Run } from "../runs/run.ts";
import { apart } from "./apart.ts";
import { type Ground, groundOf } from "./ground.ts";
import { sameLine } from "./lines.ts";
import { orderLaid } from "./order-laid.ts";
import { placeBlanks } from "./place-blanks.ts";

/**
 * Puts the runs of a text into the order they are read in. Lines come in order; within one that runs both
 * ways Chromium paints from left to right, and the text says which run is next.
 * @param runs
 *   As painted.
 * @param text
 *   What they say together.
 * @param ends
 *   Where pieces of it end.
 * @param turned
 *   Whether other runs of the page run from right to left.
 * @returns
 *   The same runs.
 */
export function orderRuns(
  runs: readonly Run[],
  text: string,
  ends: ReadonlySet<number> = new Set(),
  turned = false,
): readonly Run[] {
  const lines = linesOf(runs);
  const isTurned = turned || runs.some(({ reversed }) => reversed);
  if (!isTurned || lines.every((line) => line.length === 1)) return runs;
  const ground = groundOf(text, ends);
  const letters = lettersBefore(ground);
  const spaces = spacesOf(ground);
  let at = 0;
  return lines.flatMap((line) => {
    const blanks = line.filter(isBlank);
    const hinted = line
      .filter((run) => !isBlank(run))
      .map((run) => ({ run, hints: run.read.map(({ hint }) => apart(hint)) }));
    const { words, to } = orderLaid(hinted, ground, at);
    at = to;
    const placed = words.map(({ run, ...word }) => ({
      ...{ run, from: letters[word.from] as number, to: letters[word.to] as number },
    }));
    if (blanks.length > 0 && words.length > 0) return placeBlanks(placed, blanks, spaces);
    return [...words.map(({ run }) => run), ...blanks];
  });
}

function isBlank({ read }: Run): boolean {
  return read.every(
    ({ hint }) => hint !== "" && [...hint].every((one) => classOf(one) !== "letter"),
  );
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

/** How many letters stand before each character, and in all. */
function lettersBefore({ kinds }: Ground): number[] {
  const before = [0];
  for (const kind of kinds) before.push((before.at(-1) as number) + (kind === "letter" ? 1 : 0));
  return before;
}

/** How much white space stands before each letter, and behind the last. */
function spacesOf({ kinds }: Ground): number[] {
  const spaces = [0];
  for (const kind of kinds) {
    if (kind === "space") spaces[spaces.length - 1] = (spaces.at(-1) as number) + 1;
    if (kind === "letter") spaces.push(0);
  }
  return spaces;
}
