// Alphabetic and Arabic presentation forms.
const ligatures = /[\uFB00-\uFDFF\uFE70-\uFEFC]/g;

/**
 * A character as the letters and marks that it joins: fonts say “ﬃ” of the glyph of three, and may have a glyph for each
 * part of what a text has in one.
 * @param character
 *   One code point, or what a font says of a glyph.
 */
export function apart(character: string): string {
  return character.replace(ligatures, (one) => one.normalize("NFKC")).normalize("NFD");
}
