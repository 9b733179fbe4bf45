// Unicode's Default_Ignorable_Code_Point: seen only in what it does to others. The joiners spell words all the
// same (Persian, Sinhala), so they must come back; what says where a line may break need not.
const ignorable = /^\p{Default_Ignorable_Code_Point}$/u;
// So do the Mongolian vowel separator, selectors of variants, and what colours the skin of an emoji before it.
const joiners = "\u200C\u200D\u180B\u180C\u180D\u180E\u180F";
/** Where a word may be cut. */
export const softHyphen = "\u00AD";
/** White space at which no line ends, and which is shown beside others. */
export const noBreakSpace = "\u00A0";
/** What shows that it is. */
export const hyphens = ["-", "\u2010"];
const space = /^\s$/u;
/** White space, and nothing else. */
export const blank = /^\s+$/u;

/** What a character is to the ink on a page. */
export type CharacterClass = "letter" | "space" | "joiner" | "ignorable";

const known = new Map<string, CharacterClass>();

/**
 * Says what a character is to the ink on a page.
 * @param character
 *   One code point.
 */
export function classOf(character: string): CharacterClass {
  let found = known.get(character);
  if (found === undefined) {
    found = classify(character);
    known.set(character, found);
  }
  return found;
}

function classify(character: string): CharacterClass {
  if (space.test(character)) return "space";
  if (/^\p{Emoji_Modifier}$/u.test(character)) return "joiner";
  if (!ignorable.test(character)) return "letter";
  return joiners.includes(character) ? "joiner" : "ignorable";
}

/**
 * Says what the character at a place of a text is.
 * @param text
 *   Any.
 * @param at
 *   Within it; of a character beyond the Basic Multilingual Plane, the first half.
 */
export function classAt(text: string, at: number): CharacterClass {
  const unit = text.charCodeAt(at);
  if (unit > 0x20 && unit < 0x7f) return "letter";
  return classOf(String.fromCodePoint(text.codePointAt(at) as number));
}
