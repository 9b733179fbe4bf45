import type { FootnoteDefinition, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { VFile } from "vfile";
import type { Entry } from "./entries.ts";
import { isFlow } from "./flow.ts";
import type { TypedNote } from "./notes.ts";
import { paragraphOf } from "./paragraph-of.ts";
import { withoutNoteRules } from "./rules.ts";
import type { Segment } from "./segments.ts";
import { sourceOf } from "./source.ts";
import { typedOf } from "./typed.ts";

type Flow = FootnoteDefinition["children"][number];

interface State {
  children: RootContent[];
  /** Headings for notes that have something else under them, by index of their entry. */
  left: Set<number>;
  /** The note that goes on. */
  note: FootnoteDefinition | undefined;
}

/**
 * Makes footnotes of the notes that were recognised.
 * @param entries
 *   Top blocks.
 * @param recognised
 *   Notes that have a mark in the text.
 * @param further
 *   Indexes of the entries that go on with a note.
 * @param file
 *   File; the heading over the notes goes to its `data.typed`.
 * @returns
 *   Top blocks of the new tree.
 */
export function rebuild(
  entries: readonly Entry[],
  recognised: readonly TypedNote[],
  further: ReadonlySet<number>,
  file: VFile,
): RootContent[] {
  const state: State = { children: [], left: new Set(), note: undefined };
  for (const [index, entry] of entries.entries()) {
    const own = recognised.filter((one) => one.entry === index);
    const isPart = entry.node.type === "paragraph" || own.length === entry.segments.length;
    if (entry.under === undefined && !further.has(index)) state.note = undefined;
    if (own.length > 0 && isPart) addSegments(entry, own, state);
    else if (state.note && further.has(index)) state.note.children.push(entry.node as Flow);
    else addBlock(entry, state);
  }
  return withoutNoteRules(withoutHeading(state, entries, file));
}

function addBlock({ node, under }: Entry, state: State): void {
  if (isFlow(node)) addText(node, under, state);
  else state.children.push(node);
}

function addSegments(entry: Entry, own: readonly TypedNote[], state: State): void {
  for (const [index, segment] of entry.segments.entries()) {
    const note = own.find((one) => one.segment === index);
    if (note) {
      state.note = definition(note, segment);
      state.children.push(state.note);
    } else if (state.note && !segment.mark) state.note.children.push(paragraphOf(segment.typed));
    else addText(paragraphOf(segment.typed), entry.under, state);
  }
}

// What is no note ends the note before it.
function addText(node: RootContent, under: number | undefined, state: State): void {
  state.children.push(node);
  state.note = undefined;
  if (under !== undefined) state.left.add(under);
}

// A heading goes to the notes only when nothing but notes stood under it, and no other did the same.
function withoutHeading(
  { children, left }: State,
  entries: readonly Entry[],
  file: VFile,
): RootContent[] {
  const headings = entries.flatMap(({ heading, node }, index) => {
    const holds = entries.some(({ under, node }) => under === index && isFlow(node));
    return heading && holds && !left.has(index) ? node : [];
  });
  const [only] = headings;
  if (!only || headings.length > 1) return children;
  // Of a list only its source has the number.
  const text = only.type === "list" ? sourceOf(String(file)).slice(only) : textOf(only);
  typedOf(file).notesHeading = { text: text.replace(/\s+/gu, " ").trim(), position: only.position };
  return children.filter((child) => child !== only);
}

function definition(note: TypedNote, segment: Segment): FootnoteDefinition {
  const { identifier, mark, place } = note;
  const end = (segment.more.at(-1) ?? segment.content.at(-1))?.position?.end;
  return {
    type: "footnoteDefinition",
    identifier,
    label: mark.typed,
    children: [
      { ...paragraphOf(segment.content), data: { hName: "p" } },
      ...segment.more.filter(isFlow),
    ],
    data: { kind: mark.kind, mark: mark.mark },
    ...(place && end && { position: { start: place, end } }),
  };
}
