/**
 * Says how many more there are of what a message tells of.
 * @param count
 *   How many more.
 * @returns
 *   Empty where there are none; else to be put at the message's end.
 */
export function moreLikeIt(count: number): string {
  return count > 0 ? ` (${count} more like it)` : "";
}
