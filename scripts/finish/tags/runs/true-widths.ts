import type { Run } from "./run.ts";
import type { ShownCodes } from "./shown-codes.ts";

// At size 1. Chromium rounds type sizes to 64ths of a pixel, so that advances are a little off what fonts say; what is
// more is kerning.
const most = 0.00045;
// As fine as what Chromium writes of places.
const finest = 1e8;

/**
 * Measures how wide glyphs are set at the size that a font is mostly used in. Widths that are true leave no steps to be
 * written between glyphs but those of kerning.
 * @param runs
 *   Of all pages; the widths of their codes are changed in place.
 */
export function setTrueWidths(runs: readonly Run[]): void {
  for (const own of byFont(runs).values()) {
    const size = mostUsed(own);
    for (const run of own) if (run.size === size) measure(run);
  }
}

function byFont(runs: readonly Run[]): Map<ShownCodes | undefined, Run[]> {
  const fonts = new Map<ShownCodes | undefined, Run[]>();
  for (const run of runs) {
    const own = fonts.get(run.codes);
    if (own) own.push(run);
    else fonts.set(run.codes, [run]);
  }
  return fonts;
}

/** The size of most glyphs. */
function mostUsed(runs: readonly Run[]): number {
  const counts = new Map<number, number>();
  for (const { size, shown } of runs) counts.set(size, (counts.get(size) ?? 0) + shown.length);
  let [best, count] = [0, 0];
  for (const [size, glyphs] of counts) if (glyphs > count) [best, count] = [size, glyphs];
  return best;
}

/** Places are single floats: the nearer to the beginning of a line, the finer. */
function measure({ shown, xs, ys, size }: Run): void {
  for (let index = 0; index + 1 < shown.length; index++) {
    const one = shown[index] as (typeof shown)[number];
    const x = xs[index] as number;
    if (x >= one.measured || ys[index] !== ys[index + 1]) continue;
    const width = ((xs[index + 1] as number) - x) / size;
    if (Math.abs(width - one.given) > most) continue;
    one.width = Math.round(width * finest) / finest;
    one.measured = x;
  }
}
