// What nobody sees is no part of the spelling of a word: soft hyphens and zero-width spaces say where a line may break,
// variation selectors which of a character's shapes is meant, and the rest nothing that is printed. The joiners U+200C
// and U+200D are spelling, and stay; so do marks of direction.
const unspelled = /\p{Default_Ignorable_Code_Point}(?<![\p{Join_Control}\p{Bidi_Control}])/gu;

/**
 * Splits text into words: what stands between white space of any kind (no-break spaces, tabs, line
 * and paragraph separators too), in NFC, without characters that are no part of the spelling.
 * @param text
 *   Any text.
 * @returns
 *   Words in order.
 */
export function wordsOf(text: string): string[] {
  return spelled(text).split(/\s+/u).filter(Boolean);
}

/**
 * Text in NFC, without the characters that are no part of the spelling of a word.
 * @param text
 *   Any text.
 * @returns
 *   The same words.
 */
export function spelled(text: string): string {
  return text.replace(unspelled, "").normalize("NFC");
}
