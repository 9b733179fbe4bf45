/**
 * Writes how many there are of something.
 * @param count
 *   How many.
 * @param word
 *   English noun that takes an s.
 */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
