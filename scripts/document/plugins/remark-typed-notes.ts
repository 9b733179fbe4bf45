import type { Root } from "mdast";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import { type Call, findCalls, placeReferences } from "../typed/calls.ts";
import { entriesOf } from "../typed/entries.ts";
import { furtherBlocks } from "../typed/further.ts";
import { notesOf, pairNotes } from "../typed/notes.ts";
import { headingWords } from "../typed/notes-heading.ts";
import { partBlocks } from "../typed/part-blocks.ts";
import { plainCalls } from "../typed/plain-calls.ts";
import { rebuild } from "../typed/rebuild.ts";
import { segmentsOf } from "../typed/segments.ts";
import { sourceOf } from "../typed/source.ts";
import { typedOf } from "../typed/typed.ts";
import { warn } from "../typed/warn.ts";

/** Options of `remarkTypedNotes`. */
export interface TypedNotesOptions {
  /** What headings for notes are called, in every supported language, lower case. */
  noteHeadings: readonly string[];
}

/**
 * Turns notes typed by hand (a mark in the text, a paragraph that begins with the same mark) into
 * footnotes. A mark without a note and a note without a mark stay as typed, with a warning.
 * @param options
 *   Words for the headings of notes.
 * @returns
 *   Transform; what it took out and the heading over the notes are in `file.data.typed`.
 */
export function remarkTypedNotes(options: TypedNotesOptions) {
  const headings = headingWords(options.noteHeadings);

  return (tree: Root, file: VFile): undefined => {
    const source = sourceOf(String(file));
    const parted = { ...tree, children: partBlocks(tree.children, source, headings) };
    const entries = entriesOf(parted.children, source, headings);
    const marked = findCalls(parted, source);
    const calls = inOrder([...marked, ...plainCalls(parted, entries, marked, source)]);
    const further = furtherBlocks(entries, calls, source);
    const notes = notesOf(entries, calls, further);
    const paired = pairNotes(calls, notes, entries);
    const recognised = notes.filter((note) => [...paired.values()].includes(note));
    warn(file, { calls, notes, paired, recognised });
    if (recognised.length === 0) return;

    const called = calls.filter((call) => paired.has(call));
    placeReferences(called, (call) => paired.get(call)?.identifier ?? "", source);
    // Their content has changed, not what they are.
    for (const entry of entries)
      if (entry.standing) entry.segments = segmentsOf(entry.node, source, entry.standing);
    tree.children = rebuild(entries, recognised, further, file);
    const removed = [...called, ...recognised.map(({ mark, place }) => ({ ...mark, place }))];
    typedOf(file).removed.push(...removed.map(({ typed, place }) => ({ text: typed, place })));
    const marks = recognised.map(({ mark }) => mark.typed);
    complain(file, "typed-notes", recognised[0]?.place, `Recognised ${list(marks)}`);
  };
}

function inOrder(calls: Call[]): Call[] {
  return calls.sort(({ place: one }, { place: other }) => {
    if (!one || !other) return 0;
    return one.line - other.line || one.column - other.column;
  });
}

function list(marks: readonly string[]): string {
  const shown = marks.length > 5 ? [...marks.slice(0, 4), "…", ...marks.slice(-1)] : marks;
  const names =
    shown.length > 1 ? `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}` : marks[0];
  return `${marks.length} ${marks.length > 1 ? "notes" : "note"} typed by hand: ${names}`;
}
