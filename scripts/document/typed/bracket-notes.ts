import type { Call } from "./calls.ts";
import type { Entry } from "./entries.ts";
import { isFlow } from "./flow.ts";
import type { FoundMark } from "./marks.ts";
import { isBefore, same } from "./pairs.ts";

/**
 * Finds the blocks that may be notes with a number in brackets, which may as well be what numbers a paragraph: those
 * under a heading for notes; those after which nothing else comes, if one was called before; and those that count on from 1, all called before.
 * @param entries
 *   Top blocks.
 * @param calls
 *   Marks in the text.
 * @param further
 *   Indexes of the entries that go on with a note.
 * @returns
 *   Indexes of their entries.
 */
export function bracketNotes(
  entries: readonly Entry[],
  calls: readonly Call[],
  further: ReadonlySet<number>,
): ReadonlySet<number> {
  const notes = new Set<number>();
  let next = 1;
  for (let from = 0; from < entries.length; from++) {
    const entry = entries[from] as Entry;
    if (!isBracketed(entry)) continue;
    const end = entries.findIndex((one, at) => at > from && !goesOn(one, at));
    const run = end < 0 ? entries.slice(from) : entries.slice(from, end);
    const marks = run.flatMap(({ segments }) => segments.flatMap(({ mark }) => mark ?? []));
    const counts = marks.every(({ mark }, index) => Number(mark) === next + index);
    const called = marks.filter((mark) => isCalled(mark, entry));
    const sure = called.length > 0 && (end < 0 || (counts && called.length === marks.length));
    if (counts) next += marks.length;
    for (const [index, one] of run.entries())
      if (sure || one.under !== undefined) notes.add(from + index);
    from += run.length - 1;
  }
  return notes;

  function goesOn(entry: Entry, index: number): boolean {
    return isBracketed(entry) || further.has(index) || !isFlow(entry.node);
  }

  function isCalled(mark: FoundMark, { segments }: Entry): boolean {
    return calls.some((call) => same(call, mark) && isBefore(call.place, segments[0]?.place));
  }
}

function isBracketed({ segments }: Entry): boolean {
  return segments[0]?.mark?.style === "bracket";
}
