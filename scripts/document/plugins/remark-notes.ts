import type { FootnoteDefinition, FootnoteReference, Parents, Root, RootContent } from "mdast";
import { SKIP, type VisitorResult, visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { complain } from "../../complain.ts";
import type { CollectedNote } from "../data.ts";
import { sourceOf } from "../typed/source.ts";
import "../typed/typed.ts";

/** Marks of symbol notes in order, each doubled, tripled ... when the row is used up. */
const symbols = ["*", "†", "‡", "§", "‖", "¶"] as const;

type Definitions = Map<string, FootnoteDefinition>;

/**
 * Pulls notes out of the text onto `file.data.notes`, in order of first call, and gives them their marks.
 * A note that nothing calls and a second note of the same name stay where they stand, as typed; so does a
 * call without a note. An identifier that begins with `*` asks for a symbol.
 * @returns
 *   Transform; warns `note-duplicate`, `note-unused`, `note-undefined`, `note-nested`.
 */
export function remarkNotes() {
  return (tree: Root, file: VFile): void => {
    const definitions = define(tree, file);
    const order = callOrder(tree, definitions, file.data.typed?.statusNote);
    restoreUnused(tree, definitions, order, file);
    restoreUndefined(tree, definitions);
    reportLiteral(tree, file);
    reportNested(definitions, file);
    file.data.notes = mark(order, definitions);
    visit(tree, "footnoteDefinition", remove);
    const numbers = new Map(order.map((identifier, index) => [identifier, index]));
    const number = (node: FootnoteReference) => {
      node.data = { ...node.data, note: numbers.get(node.identifier) };
    };
    visit(tree, "footnoteReference", number);
    for (const note of file.data.notes) visit(note.definition, "footnoteReference", number);
  };
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
      `There are two notes named “${nameOf(node)}”; the second is printed where it stands`,
      "Give the second note, and its call, another name.",
    );
    return restore(node, index, parent);
  });
  return definitions;
}

/** Identifiers of called notes in order of first call: the status, the text, then the notes themselves. */
function callOrder(tree: Root, definitions: Definitions, status: string | undefined): string[] {
  const order = new Set<string>();
  const add = (node: Root | FootnoteDefinition, inNote: boolean) => {
    visit(node, (child) => {
      if (child.type === "footnoteDefinition" && !inNote) return SKIP;
      if (child.type === "footnoteReference" && definitions.has(child.identifier))
        order.add(child.identifier);
    });
  };
  if (status !== undefined && definitions.has(status)) order.add(status);
  add(tree, false);
  // The set grows while it is walked, so notes called from notes are reached too.
  for (const identifier of order) add(definitions.get(identifier) as FootnoteDefinition, true);
  return [...order];
}

/** Puts notes that nothing calls back into the text; what they call counts as called from then on. */
function restoreUnused(tree: Root, definitions: Definitions, order: string[], file: VFile): void {
  for (;;) {
    const unused = [...definitions].find(([identifier]) => !order.includes(identifier));
    if (!unused) return;
    const [identifier, node] = unused;
    complain(
      file,
      "note-unused",
      node,
      `Nothing calls the note “${nameOf(node)}”; it is printed where it stands`,
      `Put \`[^${nameOf(node)}]\` in the text where the note belongs, or remove the note.`,
    );
    definitions.delete(identifier);
    visit(tree, "footnoteDefinition", (child, index, parent) =>
      child === node ? restore(node, index, parent) : undefined,
    );
    const called = callOrder(tree, definitions, order[0]);
    order.splice(0, order.length, ...called);
  }
}

/** Replaces a definition by its content behind the words it began with. */
function restore(node: FootnoteDefinition, index: number | undefined, parent: Parents | undefined) {
  if (!parent || index === undefined) return;
  const typed = node.data?.mark ?? `[^${nameOf(node)}]:`;
  const label = { type: "text" as const, value: `${typed} `, position: node.position };
  const [first, ...rest] = node.children;
  const lead: RootContent =
    first?.type === "paragraph"
      ? { ...first, children: [label, ...first.children] }
      : { type: "paragraph", children: [label], position: node.position };
  const content = first?.type === "paragraph" ? [lead, ...rest] : [lead, ...node.children];
  parent.children.splice(index, 1, ...(content as typeof parent.children));
  return index;
}

/** Turns calls whose note went back into the text into the words they were. */
function restoreUndefined(tree: Root, definitions: Definitions): void {
  const visitor = (node: FootnoteReference, index: number | undefined, parent?: Parents) => {
    if (!parent || index === undefined || definitions.has(node.identifier)) return;
    const value = node.data?.mark ?? `[^${nameOf(node)}]`;
    parent.children[index] = { type: "text", value, position: node.position };
  };
  visit(tree, "footnoteReference", visitor);
}

/** Finds calls that the parser left as text because no note has their name. */
function reportLiteral(tree: Root, file: VFile): void {
  const source = sourceOf(String(file.value));
  visit(tree, "text", (node) => {
    const start = node.position?.start;
    if (!node.value.includes("[^") || !start) return;
    const typed = source.slice(node);
    for (const match of typed.matchAll(/(?<!\\)\[\^([^\]\s]+)\](?!:)/g)) {
      complain(
        file,
        "note-undefined",
        source.after(start, match.index),
        `There is no note “${match[1]}”; its mark is printed as typed`,
        `Write the note on a line of its own: \`[^${match[1]}]: ...\`.`,
      );
    }
  });
}

function reportNested(definitions: Definitions, file: VFile): void {
  for (const definition of definitions.values()) {
    visit(definition, "footnoteReference", (node) => {
      complain(
        file,
        "note-nested",
        node,
        `The note “${nameOf(definition)}” calls the note “${nameOf(node)}”`,
        "A note on a note is hard to follow on paper: put its words into the first note.",
      );
    });
  }
}

function mark(order: string[], definitions: Definitions): CollectedNote[] {
  const counts = { number: 0, symbol: 0 };
  return order.map((identifier) => {
    const definition = definitions.get(identifier) as FootnoteDefinition;
    const kind =
      definition.data?.kind ?? (nameOf(definition).startsWith("*") ? "symbol" : "number");
    const count = counts[kind]++;
    return { kind, mark: kind === "number" ? String(count + 1) : symbol(count), definition };
  });
}

function symbol(count: number): string {
  const sign = symbols[count % symbols.length] ?? "*";
  return sign.repeat(Math.floor(count / symbols.length) + 1);
}

function nameOf(node: FootnoteDefinition | FootnoteReference): string {
  return node.label ?? node.identifier;
}
