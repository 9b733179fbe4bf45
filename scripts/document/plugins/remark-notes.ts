import type { FootnoteDefinition, FootnoteReference, Nodes, Parents, Root } from "mdast";
import { SKIP, type VisitorResult, visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import { hasNode } from "../nodes/has-node.ts";
import "../nodes/data.ts";
import { marked } from "../notes/note-marks.ts";
import { noteName } from "../notes/note-name.ts";
import { callOrder, callsIn } from "../notes/note-order.ts";
import { restoreNote } from "../notes/restore-note.ts";
import { sourceOf } from "../typed/source.ts";
import "../typed/typed.ts";
import { reportUndefined } from "../notes/undefined-calls.ts";

type Definitions = Map<string, FootnoteDefinition>;

/**
 * Pulls notes out of the text onto `file.data.notes`, in order of first call, and gives them their marks.
 * A note that nothing calls and a second note of the same name stay where they stand, as typed; so does a
 * call without a note.
 * @returns
 *   Transform; warns `note-duplicate`, `note-unused`, `note-undefined`, `note-nested`; tells `typed-mark-again`.
 */
export function remarkNotes() {
  return (tree: Root, file: VFile): void => {
    file.data.notes = [];
    if (!hasNode<Nodes>(tree, isNoteOrCall)) {
      reportUndefined(tree, file);
      return;
    }
    const definitions = define(tree, file);
    const order = restoreUnused(tree, definitions, file);
    restoreUndefined(tree, definitions);
    reportUndefined(tree, file);
    reportNested(definitions, file);
    const notes = order.map((identifier) => definitions.get(identifier) as FootnoteDefinition);
    file.data.notes = marked(notes, file);
    visit(tree, "footnoteDefinition", remove);
    const numbers = new Map(order.map((identifier, index) => [identifier, index]));
    const number = (node: FootnoteReference) => {
      node.data = { ...node.data, note: numbers.get(node.identifier) };
    };
    visit(tree, "footnoteReference", number);
    for (const note of file.data.notes) visit(note.definition, "footnoteReference", number);
  };
}

function isNoteOrCall({ type }: Nodes): boolean {
  return type === "footnoteDefinition" || type === "footnoteReference";
}

function remove(
  _node: unknown,
  index: number | undefined,
  parent: Parents | undefined,
): VisitorResult {
  if (!parent || index === undefined) return;
  parent.children.splice(index, 1);
  return [SKIP, index];
}

/** First definition of each name; later ones go back into the text. */
function define(tree: Root, file: VFile): Definitions {
  const source = sourceOf(String(file));
  const definitions: Definitions = new Map();
  visit(tree, "footnoteDefinition", (node, index, parent) => {
    if (!definitions.has(node.identifier)) {
      definitions.set(node.identifier, node);
      return;
    }
    complain(
      file,
      "note-duplicate",
      node,
      `There are two notes named “${noteName(node)}”; the second is printed where it stands`,
      "Give the second note, and its call, another name.",
    );
    return restoreNote(node, index, parent, source);
  });
  return definitions;
}

/** Puts notes that nothing calls back into the text; what they call counts as called from then on. */
function restoreUnused(tree: Root, definitions: Definitions, file: VFile): string[] {
  const source = sourceOf(String(file));
  for (;;) {
    const order = new Set(callOrder(tree, definitions, file.data.typed?.statusNote));
    const unused = [...definitions].filter(([identifier]) => !order.has(identifier));
    if (unused.length === 0) return [...order];
    const called = new Set(unused.flatMap(([, node]) => callsIn(node)));
    const roots = unused.filter(([identifier]) => !called.has(identifier));
    // Notes that only call each other have no first one: any of them will do.
    const restored = new Set(
      (roots.length > 0 ? roots : unused.slice(0, 1)).map(([, node]) => node),
    );
    for (const node of restored) {
      definitions.delete(node.identifier);
      reportUnused(node, file);
    }
    visit(tree, "footnoteDefinition", (node, index, parent) =>
      restored.has(node) ? restoreNote(node, index, parent, source) : undefined,
    );
  }
}

function reportUnused(node: FootnoteDefinition, file: VFile): void {
  complain(
    file,
    "note-unused",
    node,
    `Nothing calls the note “${noteName(node)}”; it is printed where it stands`,
    `Put \`[^${noteName(node)}]\` in the text where the note belongs, or remove the note.`,
  );
}

/** Turns calls whose note went back into the text into the words they were. */
function restoreUndefined(tree: Root, definitions: Definitions): void {
  const visitor = (node: FootnoteReference, index: number | undefined, parent?: Parents) => {
    if (!parent || index === undefined || definitions.has(node.identifier)) return;
    const value = node.data?.mark ?? `[^${noteName(node)}]`;
    parent.children[index] = { type: "text", value, position: node.position };
  };
  visit(tree, "footnoteReference", visitor);
}

function reportNested(definitions: Definitions, file: VFile): void {
  for (const definition of definitions.values()) {
    visit(definition, "footnoteReference", (node) => {
      complain(
        file,
        "note-nested",
        node,
        `The note “${noteName(definition)}” calls the note “${noteName(node)}”`,
        "A note on a note is hard to follow on paper: put its words into the first note.",
      );
    });
  }
}
