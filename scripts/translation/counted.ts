/**
 * Says how many there are.
 * @param number
 *   Whole.
 * @param what
 *   One of them, in English, of which the plural ends in s.
 * @returns
 *   `1 row`, `3 rows`.
 */
export function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
