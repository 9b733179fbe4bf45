// Soft hyphen, zero width space, word joiner, byte order mark: they say where a line may or may not
// break, not how a word is spelled; variation selectors, which of a character's shapes is meant. The joiners U+200C
// and U+200D are spelling, and stay.
const unspelled = /\u00AD|\u200B|\u2060|\uFEFF|[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;

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
