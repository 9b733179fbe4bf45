/** The code point of a character as Unicode and CSS write it. */
export function codePoint(character: string): `U+${string}` {
  const digits = (character.codePointAt(0) as number).toString(16).toUpperCase();
  return `U+${digits.padStart(4, "0")}`;
}
