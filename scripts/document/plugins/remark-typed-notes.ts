import type { FootnoteDefinition, Paragraph, Root, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { VFile } from "vfile";
import { complain } from "../../complain.ts";
import { type Call, findCalls, placeReferences } from "../typed/calls.ts";
import { type Entry, entriesOf } from "../typed/entries.ts";
import { isSection } from "../typed/marks.ts";
import { pairs, same } from "../typed/pairs.ts";
import { type Holder, reachable } from "../typed/reach.ts";
import type { Segment } from "../typed/segments.ts";
import { sourceOf } from "../typed/source.ts";
import { typedOf } from "../typed/typed.ts";

/** Options of `remarkTypedNotes`. */
export interface TypedNotesOptions {
  /** What headings for notes are called, in every supported language, lower case. */
  noteHeadings: readonly string[];
}

interface TypedNote extends Holder {
  entry: number;
  segment: number;
  identifier: string;
  underHeading: boolean;
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
  const headings = new Set(options.noteHeadings);

  return (tree: Root, file: VFile): undefined => {
    const source = sourceOf(String(file));
    const read = () => entriesOf(tree.children, source, headings);
    const entries = read();
    const calls = findCalls(tree, source);
    const notes = notesOf(entries);
    const paired = pair(calls, notes, entries);
    const recognised = notes.filter((note) => [...paired.values()].includes(note));
    warn(file, calls, notes, paired, recognised);
    if (recognised.length === 0) return;

    placeReferences([...paired.keys()], (call) => paired.get(call)?.identifier ?? "", source);
    tree.children = rebuild(read(), recognised, file);
    const removed = [
      ...paired.keys(),
      ...recognised.map(({ mark, place }) => ({ ...mark, place })),
    ];
    typedOf(file).removed.push(...removed.map(({ typed, place }) => ({ text: typed, place })));
    const marks = recognised.map(({ mark }) => mark.typed);
    complain(file, "typed-notes", recognised[0]?.place, `Recognised ${list(marks)}`);
  };
}

function notesOf(entries: readonly Entry[]): TypedNote[] {
  const notes: TypedNote[] = [];
  for (const [entry, { node, segments, under }] of entries.entries()) {
    const { position } = node;
    const lines = position && { start: position.start.line, end: position.end.line };
    const end = lastLine(entries, entry);
    for (const [segment, { mark, place }] of segments.entries()) {
      if (!mark || (mark.style === "bracket" && under === undefined && !ends(entries, entry))) {
        continue;
      }
      const identifier = `typed-note-${notes.length + 1}`;
      const underHeading = under !== undefined;
      notes.push({ entry, segment, mark, place, lines, end, identifier, underHeading });
    }
  }
  return notes;
}

// A list is turned into notes as a whole or not at all.
function pair(calls: readonly Call[], notes: readonly TypedNote[], entries: readonly Entry[]) {
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

function rebuild(
  entries: readonly Entry[],
  recognised: readonly TypedNote[],
  file: VFile,
): RootContent[] {
  const children: RootContent[] = [];
  const left = new Set<number>();
  let note: FootnoteDefinition | undefined;

  for (const [index, entry] of entries.entries()) {
    if (entry.under === undefined) note = undefined;
    const own = recognised.filter((one) => one.entry === index);
    const whole = entry.node.type !== "paragraph" && own.length < entry.segments.length;
    if (own.length === 0 || whole) {
      const adds = entry.segments.every(({ mark }) => !mark || mark.doubtful);
      if (note && adds && isFlow(entry.node)) note.children.push(entry.node);
      else {
        children.push(entry.node);
        if (entry.under !== undefined && isFlow(entry.node)) left.add(entry.under);
        if (isFlow(entry.node)) note = undefined;
      }
      continue;
    }
    for (const [at, segment] of entry.segments.entries()) {
      const found = own.find((one) => one.segment === at);
      if (found) {
        note = definition(found, segment);
        children.push(note);
      } else if (note && !segment.mark) note.children.push(paragraph(segment));
      else {
        children.push(paragraph(segment));
        if (entry.under !== undefined) left.add(entry.under);
        note = undefined;
      }
    }
  }
  return withoutHeading(children, entries, left, file);
}

// A heading goes to the notes only when nothing but notes stood under it, and no other did the same.
function withoutHeading(
  children: RootContent[],
  entries: readonly Entry[],
  left: ReadonlySet<number>,
  file: VFile,
): RootContent[] {
  const headings = entries.flatMap(({ heading, node }, index) => {
    const holds = entries.some(({ under, node }) => under === index && isFlow(node));
    return heading && holds && !left.has(index) ? node : [];
  });
  const [only] = headings;
  if (!only || headings.length > 1) return children;
  typedOf(file).notesHeading = { text: textOf(only).trim(), position: only.position };
  return children.filter((child) => child !== only);
}

function isFlow(
  node: RootContent,
): node is Exclude<FootnoteDefinition["children"][number], FootnoteDefinition> {
  return !["definition", "footnoteDefinition", "thematicBreak"].includes(node.type);
}

function definition(note: TypedNote, segment: Segment): FootnoteDefinition {
  const { identifier, mark, place } = note;
  const end = (segment.more.at(-1) ?? segment.content.at(-1))?.position?.end;
  return {
    type: "footnoteDefinition",
    identifier,
    label: mark.typed,
    children: [paragraph(segment, segment.content), ...segment.more.filter(isFlow)],
    data: { kind: mark.kind, mark: mark.mark },
    ...(place && end && { position: { start: place, end } }),
  };
}

function paragraph(segment: Segment, children = segment.typed): Paragraph {
  const start = children[0]?.position?.start;
  const end = children.at(-1)?.position?.end;
  return { type: "paragraph", children, ...(start && end && { position: { start, end } }) };
}

function warn(
  file: VFile,
  calls: readonly Call[],
  notes: readonly TypedNote[],
  paired: ReadonlyMap<Call, TypedNote>,
  recognised: readonly TypedNote[],
): void {
  const alone = calls.filter(
    (call) => !paired.has(call) && !call.doubtful && !isSection(call.typed),
  );
  for (const [index, call] of alone.entries()) {
    if (call.style === "bracket" || alone.findIndex((one) => same(one, call)) < index) continue;
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
  if (mark.doubtful || mark.style === "bracket" || isSection(mark.typed)) return false;
  return underHeading || recognised.length > 0 || !mark.typed.startsWith("*");
}

function list(marks: readonly string[]): string {
  const shown = marks.length > 5 ? [...marks.slice(0, 4), "…", ...marks.slice(-1)] : marks;
  const names =
    shown.length > 1 ? `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}` : marks[0];
  return `${marks.length} ${marks.length > 1 ? "notes" : "note"} typed by hand: ${names}`;
}
