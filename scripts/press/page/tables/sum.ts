/**
 * Adds numbers up.
 * @param numbers
 *   Widths or heights, CSS px.
 * @returns
 *   Their sum; 0 of none.
 */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
