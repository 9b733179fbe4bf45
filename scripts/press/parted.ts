import type { Fault, PageReport } from "../types.ts";

/**
 * Looks for notes that begin on a later page than their first call in the text; one that another note calls may
 * begin earlier.
 * @param pages
 *   What the pages hold.
 * @param places
 *   Place of each note in the source, by id.
 * @returns
 *   A fault for each.
 */
export function findParted(
  pages: readonly PageReport[],
  places: Readonly<Record<string, string>>,
): Fault[] {
  const called = new Map<string, number>();
  const begun = new Map<string, number>();
  for (const { number, calls, notes } of pages) {
    for (const call of calls) {
      const note = call.replace(/^noteref-(\d+).*$/, "note-$1");
      if (!called.has(note)) called.set(note, number);
    }
    for (const note of notes) begun.set(note, number);
  }
  return [...called]
    .filter(([note, page]) => (begun.get(note) ?? 0) > page)
    .map(([note, page]) => ({
      rule: "note-parted",
      ...(places[note] && { place: places[note] }),
      reason: `the note begins on page ${begun.get(note)}, and is called on page ${page}`,
      note: "So many notes are called so close together that they have no room there: call some of them elsewhere.",
    }));
}
