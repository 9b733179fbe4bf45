import type { LogicalText } from "../../../types.ts";
import { blank } from "../runs/characters.ts";
import type { Run } from "../runs/run.ts";
import { sameLine } from "./lines.ts";
import type { Matched } from "./match.ts";

// Shares of the type size. In a run readers see a space at a tenth. Between runs poppler goes by the others of the
// line, so that among runs which touch the narrowest gap is one. What stands further apart than an em is no sentence.
const within = 0.07;
const between = 0.01;
const farthest = 1;
// Han, kana, Hangul, and what stands in a square of its own beside them.
const square =
  /[\u1100-\u11FF\u2E80-\u9FFF\uAC00-\uD7FF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF\u{20000}-\u{3FFFF}]/u;

/**
 * Finds what readers would take for a space though nobody typed one: Chromium sets Han and Latin a little apart, and
 * letters of Han where a line is filled. A run is marked loose then, and reaches as far as the next.
 * @param blocks
 *   Pieces of text in reading order; those of a block together.
 * @param shown
 *   Runs by piece of text, in reading order; changed in place.
 */
export function findGaps(
  blocks: ReadonlyArray<readonly LogicalText[]>,
  shown: ReadonlyMap<LogicalText, readonly Matched[]>,
): void {
  for (const block of blocks) {
    let last: Matched | undefined;
    for (const text of block)
      for (const matched of shown.get(text) ?? []) {
        if (last) closeGap(last, matched);
        if (isLoose(matched.run)) matched.loose = true;
        last = matched;
      }
  }
}

function closeGap(before: Matched, after: Matched): void {
  const [one, other] = [before.run, after.run];
  if (before.text.page !== after.text.page || before.space) return;
  if (one.reversed || other.reversed) return;
  if (Math.abs(one.baseline - other.baseline) > sameLine) return;
  if (one.shown.length === 0 || other.shown.length === 0) return;
  const start = (other.left + (other.xs[0] as number) * other.scale - one.left) / one.scale;
  const size = Math.min(one.size, (other.size * other.scale) / one.scale);
  const gap = start - one.end;
  if (gap < between * size || gap > farthest * size) return;
  const sides = [
    before.texts?.at(-1) ?? one.hintAt(one.shown.length - 1),
    after.texts?.[0] ?? other.hintAt(0),
  ];
  if (sides.every((side) => !blank.test(side)) && sides.some((side) => square.test(side)))
    Object.assign(before, { loose: true, until: start });
}

/** Whether letters of Han stand apart in a run. */
function isLoose(run: Run): boolean {
  if (run.reversed || !square.test(run.hintAt(0))) return false;
  return run.glyphs.some(({ x, advance }, index, glyphs) => {
    const next = glyphs[index + 1];
    return next !== undefined && next.x - x - advance > within * run.size;
  });
}
