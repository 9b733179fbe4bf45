// Alphabetic and Arabic presentation forms.
const ligatures = /[\uFB00-\uFDFF\uFE70-\uFEFC]/g;

/**
 * A text whose ligatures are the letters that they join: fonts say “ﬃ” of the glyph of three.
 * @param text
 *   Any.
 */
export function apart(text: string): string {
  return text.replace(ligatures, (one) => one.normalize("NFKC"));
}
