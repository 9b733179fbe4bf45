import { blank } from "../runs/characters.ts";
import type { Matched } from "./match.ts";

/**
 * Marks lines that are a row of words of one letter each, at their first run.
 * @param runs
 *   In reading order; changed in place.
 */
export function markRows(runs: readonly Matched[]): void {
  for (let first = 0; first < runs.length; ) {
    let end = first + 1;
    while (runs[end]?.run.baseline === runs[first]?.run.baseline && end < runs.length) end++;
    if (isRow(runs.slice(first, end))) (runs[first] as Matched).row = true;
    first = end;
  }
}

/** Whether a line has several words, and each of them one letter. */
function isRow(line: readonly Matched[]): boolean {
  let letters = 0;
  let before = false;
  for (const { run, texts } of line) {
    for (let index = 0; index < run.shown.length; index++) {
      const at = run.reversed ? run.shown.length - 1 - index : index;
      const said = texts?.[index] ?? run.hintAt(at);
      const isLetter = !blank.test(said);
      // Most lines are done with here.
      if (isLetter && (before || [...said].length !== 1)) return false;
      if (isLetter) letters++;
      before = isLetter;
    }
  }
  return letters > 1;
}
