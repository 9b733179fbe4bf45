import type { Matched } from "../match/match.ts";

/**
 * What the glyphs of a run say.
 * @param matched
 *   The run.
 * @returns
 *   By glyph in reading order.
 */
export function textsOf({ run, texts }: Matched): readonly string[] {
  return texts ?? run.read.map(({ hint }) => hint);
}
