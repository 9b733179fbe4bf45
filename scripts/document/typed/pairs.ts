import type { Point } from "unist";
import type { Call } from "./calls.ts";
import type { FoundMark } from "./marks.ts";

/** A note looking for its mark in the text. */
export interface Note {
  mark: FoundMark;
  place: Point | undefined;
  /** Its lines, and those of its block that are no other note's: a mark there is no call of it. */
  own: ReadonlyArray<{ start: number; end: number }>;
}

/**
 * Pairs marks in the text with notes that begin with the same mark: a mark goes with the next such
 * note after it, or with the only one there is. What may be something else (an exponent, a list
 * number) pairs only with what has no surer partner, and a number in round brackets only where it stands once.
 * @param calls
 *   Marks in the text, in order.
 * @param notes
 *   Notes in order.
 * @returns
 *   The note of each mark that has one.
 */
export function pairs<N extends Note>(calls: readonly Call[], notes: readonly N[]): Map<Call, N> {
  const sure = notes.filter((note) => !note.mark.doubtful);
  const unsure = notes.filter(
    (note) => note.mark.doubtful && !sure.some((one) => same(one.mark, note.mark)),
  );
  const eligible = notes.filter((note) => sure.includes(note) || unsure.includes(note));
  const once = calls.filter(
    (call) => call.style !== "round" || calls.filter((other) => same(other, call)).length === 1,
  );
  const found = new Map<Call, N>();
  for (const doubtful of [false, true]) {
    const taken = new Set(found.values());
    for (const call of once) {
      if (call.doubtful !== doubtful) continue;
      const note = noteFor(call, eligible);
      if (note && !taken.has(note)) found.set(call, note);
    }
  }
  return found;
}

/** Whether two marks are the same mark; a list number goes with any number. */
export function same(one: FoundMark, other: FoundMark): boolean {
  const listed = one.style === "list" || other.style === "list";
  const alike = listed ? one.kind === other.kind : one.style === other.style;
  return alike && one.mark === other.mark;
}

function noteFor<N extends Note>(call: Call, notes: readonly N[]): N | undefined {
  const candidates = notes.filter((note) => same(note.mark, call) && !isWithin(call.place, note));
  const next = candidates.find((note) => isBefore(call.place, note.place));
  const only = candidates.length === 1 && !candidates[0]?.mark.doubtful;
  return next ?? (only ? candidates[0] : undefined);
}

/** Whether one place stands before another; `false` where one is not known. */
export function isBefore(one: Point | undefined, other: Point | undefined): boolean {
  if (!one || !other) return false;
  return one.line < other.line || (one.line === other.line && one.column < other.column);
}

function isWithin(place: Point | undefined, { own }: Note): boolean {
  return (
    place !== undefined && own.some(({ start, end }) => start <= place.line && place.line <= end)
  );
}
