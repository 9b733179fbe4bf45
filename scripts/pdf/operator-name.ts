import { isRegular } from "./characters.ts";
import { operatorOf } from "./operators.ts";
import type { Source } from "./scalars.ts";

/**
 * Reads an operator without making a string of it.
 * @param source
 *   At its first byte; where the word is no operator, nothing is read.
 * @returns
 *   Its name; `undefined` where the word is none.
 */
export function readOperatorName(source: Source): string | undefined {
  const { bytes } = source;
  let key = 0;
  let at = source.at;
  for (; isRegular(bytes[at]); at++) {
    if (at - source.at > 2) return undefined;
    key = key * 256 + (bytes[at] as number);
  }
  const known = operatorOf.get(key);
  if (known !== undefined) source.at = at;
  return known;
}
