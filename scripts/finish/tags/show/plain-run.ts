import type { Matched } from "../match/match.ts";
import { classOf, softHyphen } from "../runs/characters.ts";
import type { Run } from "../runs/run.ts";
import { type ShownCode, unplain } from "../runs/shown-codes.ts";
import { loose } from "./reader-limits.ts";

/**
 * Whether every glyph of a run stands where it is read and says letters of its own, so that it can be shown as it is.
 * @param matched
 *   The run and what it says.
 */
export function isPlain({ run, texts, row, loose: isLoose }: Matched): boolean {
  return run.plain && !isLoose && !row && (!texts || (texts.every(isBare) && isTight(run)));
}

/** Whether each glyph is as wide as its place: where the font says something else, what it shows may be part of a letter. */
function isTight({ shown, xs, size }: Run): boolean {
  for (let index = 0; index + 1 < shown.length; index++) {
    const end = (xs[index] as number) + (shown[index] as ShownCode).width * size;
    if (Math.abs((xs[index + 1] as number) - end) >= loose * size) return false;
  }
  return true;
}

/** Whether a glyph with an advance can say a text as it stands. */
function isBare(text: string): boolean {
  if (text === softHyphen) return true;
  return text !== "" && !unplain.test(text) && classOf(text) !== "ignorable";
}
