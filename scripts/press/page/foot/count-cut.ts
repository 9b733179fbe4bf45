import type { FootHeight } from "./note-heights.ts";

/**
 * Counts the notes that cannot stand whole at a foot: those that are cut, and those that cannot even begin there, each
 * of which counts as more than all that are cut.
 * @param foot
 *   Heights of the foot and of its notes.
 * @param height
 *   Height that it may have, CSS px.
 */
export function countCut({ whole, notes }: FootHeight, height: number): number {
  const spare = notes.map((note) => note.whole - note.least).sort((a, b) => b - a);
  let left = whole - height;
  let cut = 0;
  while (left > 1 && cut < spare.length) left -= spare[cut++] as number;
  for (let last = notes.length - 1; left > 1 && last >= 0; last--) {
    left -= notes[last]?.least ?? 0;
    cut += notes.length;
  }
  return cut;
}
