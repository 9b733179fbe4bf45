import type { Matched } from "../match/match.ts";
import { leftToRightMark, rightToLeftMark } from "../runs/direction.ts";
import type { Place } from "./behind-run.ts";
import type { FontCodes } from "./codes.ts";
import type { Setting } from "./setting.ts";
import type { Shown } from "./spelled-run.ts";
import { textsOf } from "./texts-of.ts";

const letter = /[\p{L}\p{N}]/u;
// A sign, and the white space behind it.
const sign = /[^\p{L}\p{N}\p{M}\s]\s*$/u;

/**
 * What stands behind a sign that ends a run, without ink, on a page most of which runs the other way: poppler reads
 * such a sign with what is beside it, before the run or away from it.
 * @param matched
 *   The run and what it says.
 * @param place
 *   Where the run ends, in text space: its left end where it is read from right to left.
 * @param codes
 *   Of its font.
 * @param setting
 *   What stands beside it.
 * @returns
 *   `undefined` where it ends in no sign, or says signs alone, from left to right.
 */
export function signGuard(
  matched: Matched,
  { x, y }: Place,
  codes: FontCodes,
  { goesOn }: Setting,
): Shown | undefined {
  const { reversed } = matched.run;
  const text = textsOf(matched).join("");
  const alone = !reversed && !goesOn && !letter.test(text);
  if (!sign.test(text) || alone) return undefined;
  const empty = codes.emptyFor(reversed ? rightToLeftMark : leftToRightMark);
  return empty && { code: empty.code, x, y, advance: 0 };
}
