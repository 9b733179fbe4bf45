import type { Call } from "./calls.ts";
import type { Entry } from "./entries.ts";
import { isBefore } from "./pairs.ts";

/**
 * Finds the blocks at the ends of sections, without a heading for notes, that begin with bare numbers and are notes:
 * their numbers are the marks of the whole text, or each time those of the section, no more and no less.
 * @param entries
 *   Top blocks.
 * @param calls
 *   Marks in the text.
 * @returns
 *   Indexes of their entries.
 */
export function bareNotes(entries: readonly Entry[], calls: readonly Call[]): ReadonlySet<number> {
  const numbers = calls.filter(({ doubtful, kind }) => kind === "number" && !doubtful);
  const notes: number[] = [];
  let covered = 0;
  let start = 0;
  for (let from = 0; from < entries.length; from++) {
    if (entries[from]?.node.type === "heading") start = from;
    if (!isBare(entries[from])) continue;
    const end = entries.findIndex((one, at) => at > from && !isBare(one));
    const run = entries.slice(from, end < 0 ? undefined : end);
    const marks = run.flatMap(({ segments }) => segments.flatMap(({ mark }) => mark?.mark ?? []));
    const indexes = [...run.keys()].map((index) => from + index);
    const before = numbers.filter((call) => isAbove(call, entries[from]));
    if (before.length === numbers.length && isSame(marks, before)) return new Set(indexes);
    const own = before.filter((call) => !isAbove(call, entries[start]));
    if (isSame(marks, own)) covered += own.length;
    if (isSame(marks, own)) notes.push(...indexes);
    from += run.length - 1;
  }
  return new Set(covered === numbers.length ? notes : []);
}

function isAbove({ place }: Call, entry: Entry | undefined): boolean {
  return isBefore(place, entry?.node.position?.start);
}

function isBare(entry: Entry | undefined): boolean {
  const mark = entry?.segments[0]?.mark;
  return entry?.under === undefined && mark?.style === "list" && mark.kind === "number";
}

function isSame(marks: readonly string[], calls: readonly Call[]): boolean {
  const called = new Set(calls.map(({ mark }) => mark));
  return called.size === marks.length && marks.every((mark) => called.has(mark));
}
