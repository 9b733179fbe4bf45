import type { Document } from "../types.ts";
import { inNotes, type Part } from "./parts.ts";

/** Section of one text to that of the other. */
export type Counterparts = ReadonlyMap<number, number>;

/**
 * Which sections of an original and of its translation are the same.
 * @param pairs
 *   Headings of both.
 * @returns
 *   From the original's to the translation's, and back.
 */
export function sectionsOf(
  pairs: readonly [Part, Part][],
): [there: Counterparts, back: Counterparts] {
  const there = new Map([
    [inNotes, inNotes],
    [0, 0],
    ...pairs.map(([one, other]): [number, number] => [one.section, other.section]),
  ]);
  return [there, new Map([...there].map(([one, other]) => [other, one]))];
}

/**
 * Where in a text something would stand that only the other text has.
 * @param section
 *   Its section in the other text.
 * @param counterparts
 *   Sections of the other text to this one's.
 * @param headings
 *   Headings of this text.
 * @param document
 *   This text.
 * @returns
 *   `line:column` of the heading over it, else where the text begins.
 */
export function placeFor(
  section: number,
  counterparts: Counterparts,
  headings: readonly Part[],
  { manuscript, notes }: Document,
): string {
  const before = String(manuscript.file.value).slice(0, manuscript.bodyOffset);
  const top = `${before.split("\n").length}:1`;
  if (section === inNotes) return notes[0]?.place ?? top;
  for (let one = section; one > 0; one--) {
    const heading = headings[(counterparts.get(one) ?? 0) - 1];
    if (heading?.place !== undefined) return heading.place;
  }
  return top;
}
