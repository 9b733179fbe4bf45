import type { Call } from "./calls.ts";
import type { Note } from "./pairs.ts";

/** A note that may hold marks of other notes. */
export interface Holder extends Note {
  /** Last line that can belong to it. */
  end: number;
}

/**
 * Leaves only pairs whose note is called from the text, not merely from itself or from notes that
 * nothing calls.
 * @param paired
 *   Note of each mark; notes are those found.
 * @returns
 *   The pairs that hold.
 */
export function reachable<N extends Holder>(paired: ReadonlyMap<Call, N>): Map<Call, N> {
  let held = new Map(paired);
  for (;;) {
    const notes = new Set(held.values());
    const owners = new Map([...held.keys()].map((call) => [call, ownerOf(call, notes)]));
    const reached = new Set<N>();
    for (let before = -1; before < reached.size; ) {
      before = reached.size;
      for (const [call, note] of held) {
        const owner = owners.get(call);
        if (!owner || reached.has(owner)) reached.add(note);
      }
    }
    if (reached.size === notes.size) return held;
    held = new Map([...held].filter(([, note]) => reached.has(note)));
  }
}

// The last note that begins before the mark and has not ended.
function ownerOf<N extends Holder>({ place }: Call, notes: ReadonlySet<N>): N | undefined {
  if (!place) return undefined;
  let owner: N | undefined;
  for (const note of notes) {
    const start = note.place;
    if (!start || start.line > place.line || note.end < place.line) continue;
    if (start.line === place.line && start.column > place.column) continue;
    if (!owner?.place || owner.place.line <= start.line) owner = note;
  }
  return owner;
}
