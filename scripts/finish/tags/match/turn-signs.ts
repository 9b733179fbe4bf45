import type { Run } from "../runs/run.ts";
import { mirrorOf, turnRun } from "../runs/true-hints.ts";
import { sameLine } from "./lines.ts";

// No letter and no digit says which way it runs.
const neutral = /^[^\p{L}\p{N}]+$/u;
// People joined to a family are drawn one by one where the line runs from right to left, each with the colour of its skin.
const unsaid = /[\p{Default_Ignorable_Code_Point}\p{Emoji_Modifier}]/gu;

/**
 * Turns runs of signs alone that run from right to left: Chromium doesn't say so, and says of a bracket what its
 * glyph looks like.
 * @param runs
 *   All runs of a text on a page; changed in place.
 * @param text
 *   What they show.
 */
export function turnSigns(runs: readonly Run[], text: string): void {
  for (const run of runs) if (isTurned(run, text)) turnRun(run);
  turnEnds(runs, text);
  if (runs.some(({ reversed }) => reversed)) turnLone(runs, text);
}

function isTurned(run: Run, text: string): boolean {
  // Most runs are done with here.
  if (run.reversed || run.shown.length < 2 || !neutral.test(run.said)) return false;
  const { glyphs } = run;
  if (!glyphs.every(({ hint }) => neutral.test(hint))) return false;
  const forward = glyphs.map(({ hint }) => hint).join("");
  const backward = glyphs
    .map(({ hint }) => mirrorOf(hint))
    .reverse()
    .join("");
  const shown = said(text);
  return !shown.includes(said(forward)) && shown.includes(said(backward));
}

function said(text: string): string {
  return text.replace(unsaid, "");
}

/**
 * Signs that end a line of words from left to right in a text from right to left: they stand at its left end, and
 * are painted first.
 */
function turnEnds(runs: readonly Run[], text: string): void {
  let whole: string | undefined;
  runs.forEach((first, index) => {
    if (first.reversed || !neutral.test(first.said)) return;
    const isBeside = ({ baseline }: Run) => Math.abs(baseline - first.baseline) < sameLine;
    const before = runs[index - 1];
    if (before && isBeside(before)) return;
    const end = runs.findIndex((run, at) => at > index && !isBeside(run));
    const rest = runs.slice(index + 1, end < 0 ? runs.length : end);
    if (rest.length === 0 || rest.some(({ reversed }) => reversed)) return;
    const words = rest.map(({ said }) => said).join("");
    const backward = [...first.said].map(mirrorOf).reverse().join("");
    whole ??= bare(text);
    if (!whole.includes(bare(first.said + words)) && whole.includes(bare(words + backward)))
      turnRun(first);
  });
}

function bare(text: string): string {
  return said(text).replace(/\s/gu, "");
}

/** Brackets that are alone in their run: the text has fewer of them than are shown, and more of their like. */
function turnLone(runs: readonly Run[], text: string): void {
  const excess = (sign: string) =>
    runs.flatMap(({ glyphs }) => glyphs).filter(({ hint }) => hint === sign).length -
    (text.split(sign).length - 1);
  for (const run of runs) {
    if (run.reversed || run.shown.length > 1) continue;
    const [first] = run.glyphs;
    if (!first) continue;
    const like = mirrorOf(first.hint);
    if (like !== first.hint && excess(first.hint) > 0 && excess(like) < 0) turnRun(run);
  }
}
