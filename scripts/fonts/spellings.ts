// HarfBuzz sets these vowels in two parts; Unicode has no decomposition for them.
const khmer = /[\u17be-\u17c0\u17c4\u17c5]/u;
const khmerVowelE = "\u17c1";

/**
 * Characters that a shaper puts for others: the parts of what it takes apart. A subset without them is shaped otherwise than the whole font.
 * @param characters
 *   Characters of the text.
 * @returns
 *   Characters to keep beside them, where the font has them.
 */
export function spellings(characters: ReadonlySet<string>): string[] {
  const text = [...characters].join("");
  return [...text.normalize("NFKD"), ...(khmer.test(text) ? [khmerVowelE] : [])];
}

/**
 * Characters of a text that are never drawn but may choose another shape for their neighbours: joiners,
 * variation selectors, Mongolian separators. Fonts name them in their rules.
 * @param text
 *   The text.
 * @returns
 *   Each once.
 */
export function selectorsOf(text: string): string[] {
  return [...new Set(text.match(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu))];
}
