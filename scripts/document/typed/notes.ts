import type { RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { bareNotes } from "./bare-notes.ts";
import { bracketNotes } from "./bracket-notes.ts";
import type { Call } from "./calls.ts";
import type { Entry } from "./entries.ts";
import { isFlow } from "./flow.ts";
import { pairs } from "./pairs.ts";
import { type Holder, reachable } from "./reach.ts";
import type { Segment } from "./segments.ts";

const sentenceEnd = /[.!?…。！？؟۔।:]["'”’»)\]]*[⁰¹²³⁴-⁹*†‡§‖¶]*\s*$/u;

/** A note typed by hand. */
export interface TypedNote extends Holder {
  /** Index of its entry, and of the segment in it. */
  entry: number;
  segment: number;
  identifier: string;
  underHeading: boolean;
}

/**
 * The notes that top blocks may hold.
 * @param entries
 *   Top blocks.
 * @param calls
 *   Marks in the text.
 * @param further
 *   Indexes of the entries that go on with a note.
 * @returns
 *   Notes in order, each with a footnote identifier of its own.
 */
export function notesOf(
  entries: readonly Entry[],
  calls: readonly Call[],
  further: ReadonlySet<number>,
): TypedNote[] {
  const notes: TypedNote[] = [];
  const bracketed = bracketNotes(entries, calls, further);
  const bare = bareNotes(entries, calls);
  for (const [entry, { node, segments, under }] of entries.entries()) {
    const end = lastLine(entries, entry, further);
    const lines = segments.map((_, index) => linesOfSegment(segments, index, node));
    for (const [segment, { mark, place }] of segments.entries()) {
      if (!mark || (mark.style === "bracket" && !bracketed.has(entry))) continue;
      if (mark.style === "round" && under === undefined && !isBelowRule(entries, entry)) continue;
      if (mark.style === "list" && under === undefined && !bare.has(entry)) continue;
      const identifier = `typed-note-${notes.length + 1}`;
      const underHeading = under !== undefined;
      const own = lines.filter((_, index) => index === segment || goesOn(segments[index]));
      notes.push({ entry, segment, mark, place, own, end, identifier, underHeading });
    }
  }
  const isSurer = (note: TypedNote) => note.mark.kind === "number" && !isBareEnd(note);
  return notes.some(isSurer) ? notes.filter((note) => !isBareEnd(note)) : notes;
}

function isBare({ mark }: TypedNote): boolean {
  return mark.style === "list";
}

function isBareEnd({ mark, underHeading }: TypedNote): boolean {
  return mark.style === "list" && !underHeading;
}

/**
 * Pairs marks with notes; a list, and lines that begin with bare numbers, become notes as a whole or not at all.
 * @param calls
 *   Marks in the text.
 * @param notes
 *   Notes of the entries.
 * @param entries
 *   Top blocks.
 * @returns
 *   The note of each mark that has one.
 */
export function pairNotes(
  calls: readonly Call[],
  notes: readonly TypedNote[],
  entries: readonly Entry[],
): Map<Call, TypedNote> {
  for (let eligible = notes; ; ) {
    const paired = reachable(pairs(calls, eligible));
    const found = new Set(paired.values());
    const kept = eligible.filter(({ entry, mark }) => {
      const { node, segments, under } = entries[entry] as Entry;
      const count = [...found].filter((note) => note.entry === entry).length;
      if (node.type === "list") return count === segments.length;
      const counted = notes.filter((one) => entries[one.entry]?.under === under && isBare(one));
      return mark.style !== "list" || counted.every((note) => found.has(note));
    });
    if (kept.length === eligible.length) return paired;
    eligible = kept;
  }
}

// A rule parts notes from the text as a heading does.
function isBelowRule(entries: readonly Entry[], index: number): boolean {
  const last = entries.findLastIndex(({ segments }, at) => {
    return at < index && segments[0]?.mark?.style !== "round";
  });
  return entries[last]?.node.type === "thematicBreak";
}

// Text before a note in its block, unless it ends: then what begins with a mark is a note typed right under it.
function goesOn(segment: Segment | undefined): boolean {
  if (!segment || segment.mark) return false;
  return !sentenceEnd.test(textOf({ type: "paragraph", children: segment.typed }));
}

function linesOfSegment(segments: readonly Segment[], index: number, { position }: RootContent) {
  const start = segments[index]?.place?.line ?? position?.start.line ?? 0;
  const next = segments[index + 1]?.place?.line;
  return { start, end: next === undefined ? (position?.end.line ?? start) : next - 1 };
}

function lastLine(entries: readonly Entry[], from: number, further: ReadonlySet<number>): number {
  const next = entries.findIndex(({ node }, at) => at > from && isFlow(node) && !further.has(at));
  const { segments = [], under } = entries[next] ?? {};
  // The lines above the first mark of a block go on with the note before it.
  const marked = segments.findIndex(({ mark }) => mark);
  if (under !== undefined && marked > 0) return (segments[marked]?.place?.line ?? 1) - 1;
  const last = next < 0 ? entries.length - 1 : next - 1;
  return entries[last]?.node.position?.end.line ?? 0;
}
