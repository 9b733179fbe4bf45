import type { Matched } from "../match/match.ts";
import { softHyphen } from "../runs/characters.ts";
import { textsOf } from "./texts-of.ts";

// Behind other letters pdf.js's search joins no lines, and PDFium does so only at a soft hyphen.
const joined = /[\p{Ll}\p{Lu}]$/u;

/**
 * Whether a run ends in a hyphen that a line's end has put into a word, and searches join the word where that says that it
 * is a hyphen.
 * @param matched
 *   The run, and what it says.
 */
export function endsInHyphen(matched: Matched): boolean {
  const { run, texts, after } = matched;
  if (run.reversed || texts?.at(-1) !== softHyphen) return false;
  // Often it has a run of its own, with what marks the place.
  const word = texts.slice(0, -1).join("") || (after ? textsOf(after).join("") : "");
  return joined.test(word);
}
