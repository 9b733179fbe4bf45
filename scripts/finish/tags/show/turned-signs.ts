import type { Matched } from "../match/match.ts";

const letter = /[\p{L}\p{N}]/u;

/**
 * Whether a run is signs alone that belong to words from right to left beside them, though they stand by themselves:
 * read before what stands left of them, or behind what stands right of them.
 * @param runs
 *   Of a line, in reading order.
 * @param index
 *   Which of them.
 */
export function areTurned(runs: readonly Matched[], index: number): boolean {
  const { run, texts } = runs[index] as Matched;
  if (run.reversed || letter.test(texts?.join("") ?? run.said)) return false;
  const [before, after] = [runs[index - 1]?.run, runs[index + 1]?.run];
  const begins = after?.reversed === true && run.left + endOf(run) > after.left + endOf(after);
  const ends = before?.reversed === true && run.left + startOf(run) < before.left + startOf(before);
  return begins || ends;
}

function startOf({ xs, scale }: Matched["run"]): number {
  return Math.min(...xs) * scale;
}

function endOf({ xs, scale }: Matched["run"]): number {
  return Math.max(...xs) * scale;
}
