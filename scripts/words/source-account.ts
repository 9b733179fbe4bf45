import type { Code, Html, Nodes, Text } from "mdast";
import { addHtml } from "./html-letters.ts";
import { addBorder, addSpelling, addText, type Letters } from "./letters.ts";
import type { RemovedMarks } from "./removed-marks.ts";
import { addMarkedText } from "./source-marks.ts";

/** Letters of a manuscript, and the nodes they came from, by chunk. */
export interface SourceLetters extends Letters {
  nodes: Array<{ node: Nodes; value: string }>;
}

/** The account of a manuscript while it is taken, node by node. */
export interface SourceAccount {
  letters: SourceLetters;
  /** What the tree was parsed from. */
  text: string;
  /** Marks that a footnote or a list item now stands for. */
  removed: RemovedMarks;
  /** Indent of each line, as Markdown takes it off, and with no-break spaces, as it is taken off passages. */
  indents: readonly number[];
  passageIndents: readonly number[];
  /** Whether indented passages were read as text, and the one being read. */
  prose: boolean;
  passage: Code | undefined;
  /** Calls in the link being read, which go behind it: a link can't hold a link. */
  waiting: Nodes[] | undefined;
  /** Element of raw HTML whose text nobody sees, while it is open. */
  hidden: string | undefined;
}

/**
 * Adds what raw HTML says.
 * @param node
 *   HTML as typed.
 * @param account
 *   The account; what hides the text after the node is kept in it.
 */
export function addRaw(node: Html, account: SourceAccount): void {
  const { letters, hidden } = account;
  addBorder(letters);
  account.hidden = addHtml(letters, node.value, chunkOf(node, node.value, letters), hidden);
  addBorder(letters);
}

/**
 * Adds text in which nothing is anything but itself.
 * @param node
 *   What it was typed in, for places.
 * @param value
 *   The text.
 * @param account
 *   The account.
 */
export function addPlain(node: Nodes, value: string, { letters, hidden }: SourceAccount): void {
  if (hidden === undefined) addText(letters, value, chunkOf(node, value, letters));
}

/**
 * Adds text in which marks may be calls of notes.
 * @param node
 *   The text.
 * @param account
 *   The account.
 * @param first
 *   Whether it is the first of its block or line.
 */
export function addMarked(node: Text, account: SourceAccount, first: boolean): void {
  const { hidden, letters, passage, removed } = account;
  const indents = passage ? account.passageIndents : account.indents;
  if (hidden !== undefined) return;
  const chunk = chunkOf(node, node.value, letters);
  const start = startOf(node, indents, passage);
  addMarkedText(letters, node.value, chunk, { first, indents, removed, start });
}

// In a passage parsed by itself places count from its start, and its lines have lost their indent.
function startOf(node: Text, indents: readonly number[], passage: Code | undefined) {
  const start = node.position?.start ?? { line: 1, column: 1 };
  if (!passage) return start;
  const line = (passage.position?.start.line ?? 1) + start.line - 1;
  return { line, column: (indents[line - 1] ?? 0) + start.column };
}

/**
 * Adds what may be gone, or another thing, in the document.
 * @param node
 *   What it was typed in, for places.
 * @param other
 *   Letters that may stand for it.
 * @param typed
 *   It as typed.
 * @param account
 *   The account.
 */
export function addEither(
  node: Nodes,
  other: string,
  typed: string,
  { letters }: SourceAccount,
): void {
  addSpelling(letters, { typed, others: [other] }, chunkOf(node, "", letters), 0);
}

function chunkOf(node: Nodes, value: string, letters: SourceLetters): number {
  return letters.nodes.push({ node, value }) - 1;
}
