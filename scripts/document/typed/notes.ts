import type { RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Call } from "./calls.ts";
import type { Entry } from "./entries.ts";
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
 * @returns
 *   Notes in order, each with a footnote identifier of its own.
 */
export function notesOf(entries: readonly Entry[]): TypedNote[] {
  const notes: TypedNote[] = [];
  for (const [entry, { node, segments, under }] of entries.entries()) {
    const end = lastLine(entries, entry);
    const lines = segments.map((_, index) => linesOfSegment(segments, index, node));
    for (const [segment, { mark, place }] of segments.entries()) {
      if (!mark || (mark.style === "bracket" && under === undefined && !ends(entries, entry))) {
        continue;
      }
      const identifier = `typed-note-${notes.length + 1}`;
      const underHeading = under !== undefined;
      const own = lines.filter((_, index) => index === segment || goesOn(segments[index]));
      notes.push({ entry, segment, mark, place, own, end, identifier, underHeading });
    }
  }
  return notes;
}

/**
 * Pairs marks with notes; a list is turned into notes as a whole or not at all.
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
    const kept = eligible.filter(({ entry }) => {
      const { node, segments } = entries[entry] as Entry;
      const count = [...found].filter((note) => note.entry === entry).length;
      return node.type !== "list" || count === segments.length;
    });
    if (kept.length === eligible.length) return paired;
    eligible = kept;
  }
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

// Under a heading, what follows a note without a mark of its own belongs to it.
function lastLine(entries: readonly Entry[], from: number): number {
  const under = entries[from]?.under;
  const last = under === undefined ? from : entries.findLastIndex((entry) => entry.under === under);
  return entries[last]?.node.position?.end.line ?? 0;
}

// Bracketed numbers without a heading are notes only where nothing else follows.
function ends(entries: readonly Entry[], from: number): boolean {
  return entries.slice(from).every(({ segments }) => segments[0]?.mark?.style === "bracket");
}
