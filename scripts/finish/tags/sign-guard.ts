import type { FontCodes } from "./codes.ts";
import type { Run } from "./run.ts";
import type { Shown } from "./spell.ts";

const marks = { left: "\u200E", right: "\u200F" } as const;
const letter = /[\p{L}\p{N}]/u;
// A sign, and the white space behind it.
const sign = /[^\p{L}\p{N}\p{M}\s]\s*$/u;

/**
 * What stands behind a sign that ends a run, without ink, on a page most of which runs the other way: poppler reads
 * such a sign with what is beside it, before the run or away from it.
 * @param texts
 *   What the glyphs of the run say, in reading order.
 * @param place
 *   Where the run ends, in text space: its left end where it is read from right to left.
 * @param run
 *   The run.
 * @param codes
 *   Of its font.
 * @param goesOn
 *   Whether it goes on with words from left to right.
 * @returns
 *   `undefined` where it ends in no sign, or says signs alone, from left to right.
 */
export function signGuard(
  texts: readonly string[],
  { x, y }: { x: number; y: number },
  { reversed, size }: Run,
  codes: FontCodes,
  goesOn = false,
): Shown | undefined {
  const text = texts.join("");
  const alone = !reversed && !goesOn && !letter.test(text);
  if (!sign.test(text) || alone) return undefined;
  const empty = codes.emptyFor(reversed ? marks.right : marks.left);
  return empty && { code: empty.code, x, y, advance: (empty.advance * size) / 1000 };
}
