import { isTurned } from "./direction.ts";
import type { Item } from "./items.ts";
import type { Glyph, Run } from "./run.ts";

/** What is said of a glyph that takes no room and leaves no ink: Chromium shows what has none as a space. */
export const invisible = "\u200B";

// Share of the type size. A space that is drawn in for the sake of its neighbours is wider.
const hairbreadth = 0.03;

const mirrored = new Map(
  [
    "()",
    "[]",
    "{}",
    "<>",
    "«»",
    "‹›",
    "⟨⟩",
    "⟪⟫",
    "≤≥",
    "（）",
    "「」",
    "『』",
    "《》",
    "〈〉",
  ].flatMap(
    ([open, close]) =>
      [
        [open, close],
        [close, open],
      ] as Array<[string, string]>,
  ),
);

/**
 * Sets right what Chromium says of the runs of a page: their direction, and blanks that take no room.
 * @param items
 *   In the order of painting; changed in place.
 */
export function correctRuns(items: readonly Item[]): void {
  let before: Item | undefined;
  for (const item of items) {
    if (item.kind === "inking") continue;
    if (item.kind === "run") {
      correctRun(item);
      markInvisible(item, before);
    }
    before = item;
  }
}

/**
 * Sets right what a run of Chromium's says of its direction, and what it says of brackets where it is reversed.
 * @param run
 *   Changed in place.
 */
function correctRun(run: Run): void {
  // Chromium doesn't always say so.
  if (run.reversed || isTurned(run.said)) turnRun(run);
}

/**
 * Takes a run for one from right to left. What opens and closes is shown by each other's glyph there (UAX 9,
 * rule L4).
 * @param run
 *   Changed in place.
 */
export function turnRun(run: Run): void {
  run.reversed = true;
  run.plain = false;
  for (const glyph of run.glyphs) glyph.hint = mirrorOf(glyph.hint);
}

/** The character whose glyph shows another from right to left. */
export function mirrorOf(character: string): string {
  return mirrored.get(character) ?? character;
}

/**
 * Marks blanks of which the place is taken by the next glyph, of this run or at the end of the one before.
 * @param run
 *   Changed in place.
 * @param before
 *   What leaves ink before it; changed in place where it is a run.
 */
export function markInvisible(run: Run, before: Item | undefined): void {
  const { shown, xs, size } = run;
  for (let index = 0; index + 1 < shown.length; index++)
    if (shown[index]?.blank && isTaken(xs[index] as number, xs[index + 1] as number, size))
      hide(run, index);
  if (before?.kind !== "run" || before.baseline !== run.baseline) return;
  const last = before.shown.length - 1;
  const start = (run.left - before.left) / run.scale + (xs[0] ?? 0);
  if (before.shown[last]?.blank && isTaken(before.xs[last] as number, start, size))
    hide(before, last);
}

function isTaken(x: number, next: number, size: number): boolean {
  return next < x + hairbreadth * size;
}

function hide(run: Run, index: number): void {
  Object.assign(run.glyphs[index] as Glyph, { hint: invisible, advance: 0 });
  run.plain = false;
}
