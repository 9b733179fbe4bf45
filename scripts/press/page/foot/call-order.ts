import { targetOf } from "../seen/places.ts";
import type { SourceText } from "../seen/visible.ts";

/**
 * Puts the texts of notes into the order in which pages call them, each followed by those that it calls itself: where
 * pages cut a row cell by cell, the calls of its second cell may be on an earlier page than those at the end of its
 * first.
 * @param texts
 *   Texts of notes, in the order of the source.
 * @param notes
 *   The notes by id, each with the `data-ref` of its element and the ids of those that it calls.
 * @param pages
 *   Ids of the calls of each page.
 * @returns
 *   The texts; what is no note's comes first, a note that nothing calls last.
 */
export function inOrderOfCalls(
  texts: readonly SourceText[],
  notes: ReadonlyMap<string, CallingNote>,
  pages: readonly { calls: readonly string[] }[],
): SourceText[] {
  const order = new Map<string, number>();
  const follow = (id: string) => {
    const note = notes.get(id);
    if (!note || order.has(note.ref)) return;
    order.set(note.ref, order.size);
    note.calls.forEach(follow);
  };
  for (const { calls } of pages)
    for (const call of calls) follow(call.replace(/^noteref-(\d+).*$/, "note-$1"));
  for (const id of notes.keys()) follow(id);
  const indexOf = ({ group }: SourceText) => order.get(group) ?? -1;
  return [...texts].sort((one, other) => indexOf(one) - indexOf(other));
}

/** A note, and those that it calls. */
export interface CallingNote {
  ref: string;
  calls: readonly string[];
}

/**
 * Reads which notes call which, before pages cut them.
 * @param notes
 *   Their elements by id.
 */
export function readCalls(notes: ReadonlyMap<string, HTMLElement>): Map<string, CallingNote> {
  const read = ([id, note]: [string, HTMLElement]) => {
    const calls = [...note.querySelectorAll("a.noteref[href]")].map(targetOf);
    return [id, { ref: note.dataset.ref ?? "", calls }] as const;
  };
  return new Map([...notes].map(read));
}
