import { largestFrom } from "./largest-from.ts";

// Type that gives way this far, pt, looks the same.
const most = 0.5;

/**
 * Keeps each note of a poster in one column, where that costs no type to speak of.
 * @param main
 *   Text of the poster.
 * @param range
 *   Size of type that fits, and the smallest that there may be, pt.
 * @param fits
 *   Whether all fits on the sheet in a size.
 * @returns
 *   Size that fits now, pt.
 */
export function keepNotesWhole(
  main: Element,
  { size, least }: { size: number; least: number },
  fits: (size: number) => boolean,
): number {
  const notes = main.querySelector<HTMLElement>(":scope > .notes");
  if (!notes) return size;
  notes.dataset.whole = "";
  const fitting = largestFrom(size, Math.max(size - most, least), fits);
  if (fitting === undefined) delete notes.dataset.whole;
  return fitting ?? size;
}
