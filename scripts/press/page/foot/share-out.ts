/** A note at the foot of a page, CSS px. */
export interface NoteHeight {
  /** How high it is. */
  whole: number;
  /** The least of it that can stand on a page: two of its lines, or all of it. */
  least: number;
}

/**
 * Shares the foot of a page out between notes that are higher than it, so that each of them begins on it:
 * the highest give way first.
 * @param notes
 *   Their heights.
 * @param excess
 *   By how much they are higher than the foot, CSS px.
 * @returns
 *   Height each of them gets; 0 for the last ones where there isn't room for two lines of all.
 */
export function shareOut(notes: readonly NoteHeight[], excess: number): number[] {
  const heights = notes.map(({ whole }) => whole);
  let left = excess;
  const highest = notes
    .map((_, index) => index)
    .sort((a, b) => (heights[b] ?? 0) - (heights[a] ?? 0) || a - b);
  for (const index of highest) {
    const { whole, least } = notes[index] as NoteHeight;
    const given = Math.min(Math.max(left, 0), whole - least);
    heights[index] = whole - given;
    left -= given;
  }
  for (let index = notes.length - 1; index >= 0 && left > 0.5; index--) {
    left -= heights[index] ?? 0;
    heights[index] = 0;
  }
  // What the last ones leave is room for those before.
  return heights.map((height, index) => {
    if (height === 0 || left >= 0) return height;
    const given = Math.min(-left, (notes[index] as NoteHeight).whole - height);
    left += given;
    return height + given;
  });
}
