import { isTurned } from "./letters.ts";
import type { Glyph, Item, Run } from "./runs.ts";

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
 * Sets right what a run of Chromium's says of its direction, and what it says of brackets where it is reversed.
 * @param run
 *   Changed in place.
 */
export function correctRun(run: Run): void {
  // Chromium doesn't always say so.
  if (run.reversed || run.glyphs.some(({ hint }) => hint >= "\u0590" && isTurned(hint)))
    turnRun(run);
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

/** Marks blanks of which the place is taken by the next glyph, of this run or at the end of the one before. */
export function markInvisible(
  run: Run,
  items: readonly Item[],
  place: { scale: number; left: number; baseline: number },
): void {
  const { glyphs, size } = run;
  for (let index = 0; index + 1 < glyphs.length; index++) {
    const glyph = glyphs[index] as Glyph;
    if (isHidden(glyph, (glyphs[index + 1] as Glyph).x, size)) hide(run, glyph);
  }
  const before = items.findLast((item) => item.kind !== "inking");
  if (before?.kind !== "run" || before.baseline !== place.baseline) return;
  const last = before.glyphs.at(-1);
  const start = (place.left - before.left) / place.scale + (run.glyphs[0]?.x ?? 0);
  if (last && isHidden(last, start, run.size)) hide(before, last);
}

function isHidden({ hint, x }: Glyph, next: number, size: number): boolean {
  return next < x + hairbreadth * size && hint !== "" && hint.trim() === "";
}

function hide(run: Run, glyph: Glyph): void {
  Object.assign(glyph, { hint: invisible, advance: 0 });
  run.plain = false;
}
