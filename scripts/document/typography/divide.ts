import { createRequire } from "node:module";
import createHyphenator from "hyphen";
import { type HyphenationLimits, hyphenationLimits } from "../../tables/hyphenation.ts";

/** Puts soft hyphens into a word, letters and combining marks only. */
export type Divide = (word: string) => string;

const require = createRequire(import.meta.url);
const soft = "\u00AD";
const dividers = new Map<string, Divide>();
/** Words kept; a text has far fewer different ones. */
const capacity = 50_000;

/**
 * How words are divided by a set of patterns; read once a process.
 * @param patterns
 *   Name of the set in the `hyphen` package.
 * @returns
 *   A function that puts soft hyphens where a word may be divided, within the limits of its language.
 */
export function divider(patterns: string): Divide {
  const known = dividers.get(patterns);
  if (known) return known;
  const hyphenate = createHyphenator(require(`hyphen/patterns/${resolve(patterns)}.js`), {
    hyphenChar: soft,
    html: false,
    minWordLength: 1,
  });
  const limits = hyphenationLimits(patterns);
  const words = new Map<string, string>();
  const divide: Divide = (word) => {
    const divided = words.get(word) ?? within(limits, word, hyphenate);
    if (words.size >= capacity) words.clear();
    words.set(word, divided);
    return divided;
  };
  dividers.set(patterns, divide);
  return divide;
}

// The package has some sets only under the name of one of their spellings.
function resolve(patterns: string): string {
  return { de: "de-1996", el: "el-monoton" }[patterns] ?? patterns;
}

function within(limits: HyphenationLimits, word: string, hyphenate: Divide): string {
  const { after, before, capitals } = limits;
  if (lettersIn(word) < limits.word || !isPlain(word, capitals)) return word;
  let divided = "";
  let rest = lettersIn(word);
  let done = 0;
  let since = 0;
  for (const piece of hyphenate(word).split(soft)) {
    // A mark belongs to the letter before it, and a piece of one letter looks like an accident.
    const apart = done >= before && rest >= after && since > 1 && !/^\p{M}/u.test(piece);
    if (apart) since = 0;
    divided += apart ? soft + piece : piece;
    const letters = lettersIn(piece);
    done += letters;
    since += letters;
    rest -= letters;
  }
  return divided;
}

/** Whether a word is no name and no abbreviation, as far as its capitals tell. */
function isPlain(word: string, capitals: boolean): boolean {
  const [first = "", ...others] = word;
  return !/\p{Lu}/u.test(others.join("")) && (capitals || !/\p{Lu}/u.test(first));
}

function lettersIn(text: string): number {
  let count = 0;
  for (const letter of text) if (!/\p{M}/u.test(letter)) count++;
  return count;
}
