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
  const runs = items.flatMap((item) => runsOf(item));
  if (!runs.some(({ run }) => run.reversed)) return { goesOn, isGoneOn };
  const order = new Map(runs.map(({ run }, index) => [run, index]));
  const placed = runs
    .filter(({ run }) => !run.reversed)
    .sort((one, other) => one.baseline - other.baseline || startOf(one) - startOf(other));
  placed.forEach((one, index) => {
    const other = placed[index - 1];
    if (!other || !isBeside(other, one)) return;
    const [before, run] = [other.run, one.run];
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

/** A run, and the line that it is read on. */
interface Placed {
  run: Run;
  baseline: number;
}

function runsOf(item: Item | Line): Placed[] {
  if (item.kind === "run") return [{ run: item, baseline: item.baseline }];
  if (item.kind !== "line") return [];
  return item.runs.map(({ run }) => ({ run, baseline: item.baseline }));
}

function startOf({ run: { left, xs, scale } }: Placed): number {
  return left + (xs[0] ?? 0) * scale;
}

function isBeside(one: Placed, other: Placed): boolean {
  if (Math.abs(one.baseline - other.baseline) > sameLine) return false;
  const { left, end, size, scale } = one.run;
  const gap = startOf(other) - (left + end * scale);
  return Math.abs(gap) < near * size * scale;
}
