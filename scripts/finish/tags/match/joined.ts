import type { Item } from "../runs/items.ts";
import type { Run } from "../runs/run.ts";
import { type Line, sameLine } from "./lines.ts";
import type { Matched } from "./match.ts";

// Share of the type size that may be between them: a space of another font.
const near = 0.4;
const letter = /\p{L}/u;

/** Runs from left to right that go on where others end. */
export interface Joined {
  goesOn: ReadonlySet<Run>;
  isGoneOn: ReadonlySet<Run>;
}

/**
 * Finds the runs from left to right that other such runs follow without other text between, where that matters: on
 * pages that have text from right to left too.
 * @param items
 *   Of a page, lines in reading order.
 * @param matched
 *   What runs say.
 */
export function findJoined(
  items: ReadonlyArray<Item | Line>,
  matched: ReadonlyMap<Run, Matched>,
): Joined {
  const goesOn = new Set<Run>();
  const isGoneOn = new Set<Run>();
  const runs = items.flatMap((item) =>
    item.kind === "line" ? item.runs.map(({ run }) => run) : item.kind === "run" ? [item] : [],
  );
  if (!runs.some(({ reversed }) => reversed)) return { goesOn, isGoneOn };
  const order = new Map(runs.map((run, index) => [run, index]));
  const placed = runs
    .filter(({ reversed }) => !reversed)
    .map((run) => ({ run, start: run.left + (run.xs[0] ?? 0) * run.scale }))
    .sort((one, other) => one.run.baseline - other.run.baseline || one.start - other.start);
  placed.forEach(({ run, start }, index) => {
    const before = placed[index - 1]?.run;
    if (!before || !isBeside(before, run, start)) return;
    const follows = order.get(run) === (order.get(before) as number) + 1;
    const isNext = matched.get(run)?.place === (matched.get(before)?.place ?? Number.NaN) + 1;
    const areWords = letter.test(before.said) && letter.test(run.said);
    // Numbers beside each other may be read from the right, and signs with what stands on their other side.
    if (!follows && !(before.ink === run.ink ? isNext : areWords)) return;
    goesOn.add(run);
    isGoneOn.add(before);
  });
  return { goesOn, isGoneOn };
}

function isBeside(one: Run, other: Run, start: number): boolean {
  if (Math.abs(one.baseline - other.baseline) > sameLine) return false;
  const gap = start - (one.left + one.end * one.scale);
  return Math.abs(gap) < near * one.size * one.scale;
}
