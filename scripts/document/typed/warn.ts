import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import type { Call } from "./calls.ts";
import { type FoundMark, isSection } from "./marks.ts";
import type { TypedNote } from "./notes.ts";
import { same } from "./pairs.ts";

/** Marks and notes of a text, and which belong together. */
export interface Pairing {
  /** Marks in the text. */
  calls: readonly Call[];
  /** Notes found. */
  notes: readonly TypedNote[];
  /** The note of each mark that has one. */
  paired: ReadonlyMap<Call, TypedNote>;
  /** Notes that have a mark. */
  recognised: readonly TypedNote[];
}

/**
 * Warns about marks without a note and notes without a mark, a mark of one kind once.
 * @param file
 *   File for complaints: `typed-mark-without-note`, `typed-note-without-mark`.
 * @param pairing
 *   What was found.
 */
export function warn(file: VFile, { calls, notes, paired, recognised }: Pairing): void {
  const alone = calls.filter(
    (call) => !paired.has(call) && !call.doubtful && !isSection(call.typed),
  );
  for (const [index, call] of alone.entries()) {
    if (isBracketed(call) || alone.findIndex((one) => same(one, call)) < index) continue;
    complain(
      file,
      "typed-mark-without-note",
      call.place,
      `The mark ${call.typed} has no note; it stays as typed`,
      `Write a paragraph that begins with ${call.typed} at the end of the text, or take the mark out.`,
    );
  }
  for (const note of notes) {
    const { mark, place } = note;
    if (recognised.includes(note) || !isCertain(note, recognised)) continue;
    complain(
      file,
      "typed-note-without-mark",
      place,
      `The note ${mark.typed} has no mark in the text; it stays as typed`,
      `Write ${mark.typed} after the words the note belongs to.`,
    );
  }
}

// Away from a heading for notes and from other notes, an asterisk is more likely stray emphasis.
function isCertain({ mark, underHeading }: TypedNote, recognised: readonly TypedNote[]): boolean {
  if (mark.doubtful || isSection(mark.typed)) return false;
  if (isBracketed(mark)) return underHeading;
  return underHeading || recognised.length > 0 || !mark.typed.startsWith("*");
}

// Numbers in brackets may be anything.
function isBracketed({ style }: FoundMark): boolean {
  return style === "bracket" || style === "round";
}
