/**
 * Finds years in a line, 1900 to 2099, that are part of no longer number.
 * @param text
 *   Digits in it are those of ASCII.
 * @returns
 *   As they are typed.
 */
export function yearsIn(text: string): string[] {
  return text.match(/(?<!\p{N})(?:19|20)\d\d(?!\p{N})/gu) ?? [];
}
