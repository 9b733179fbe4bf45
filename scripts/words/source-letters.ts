import type { Code, Html, Link, LinkReference, List, Nodes, Paragraph, Text } from "mdast";
import { markdownBody } from "../markdown-body.ts";
import { parserFor } from "../syntax.ts";
import type { Manuscript } from "../types.ts";
import { addHtml } from "./html-letters.ts";
import { addBorder, addSpelling, addText, call, type Letters, noLetters } from "./letters.ts";
import { parseSource } from "./parse-source.ts";
import { wholePassages } from "./passages.ts";
import { addMarkedText, type Removed } from "./source-marks.ts";

/** Letters of a manuscript, and the nodes they came from, by chunk. */
export interface SourceLetters extends Letters {
  nodes: Array<{ node: Nodes; value: string }>;
}

interface State {
  letters: SourceLetters;
  /** What the tree was parsed from. */
  text: string;
  /** Marks that a footnote or a list item now stands for. */
  removed: readonly Removed[];
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

const newline = /\r\n|\r|\n/u;
const phrasing = new Set(["delete", "emphasis", "link", "linkReference", "strong"]);

/**
 * The letters of a manuscript as it is parsed, which knows nothing of what our directives and transforms do.
 * @param manuscript
 *   Manuscript.
 * @returns
 *   Letters in order; a mark that may be the call of a note can be spelled either way.
 */
export function sourceLetters(manuscript: Manuscript): SourceLetters {
  const { file } = manuscript;
  const value = String(file.value);
  const body = markdownBody(manuscript);
  const typed = file.data.typed as { removed?: Removed[] } | undefined;
  const prose = file.messages.some(({ ruleId }) => ruleId === "typed-indent");
  const letters: SourceLetters = { ...noLetters(), nodes: [] };
  const indents = value.split(newline).map((line) => /^[ \t\f]*/u.exec(line)?.[0].length ?? 0);
  const passageIndents = value.split(newline).map((line) => line.length - line.trimStart().length);
  const state = {
    letters,
    text: body,
    removed: typed?.removed ?? [],
    indents,
    passageIndents,
    prose,
  };
  const tree = prose ? wholePassages(parseSource(body), body.split(newline)) : parseSource(body);
  walk(tree, { ...state, passage: undefined, waiting: undefined, hidden: undefined }, true);
  return letters;
}

function walk(node: Nodes, state: State, first: boolean): void {
  const { letters } = state;
  if (node.type === "text") addMarked(node, state, first);
  else if (node.type === "inlineCode") addPlain(node, node.value, state);
  else if (node.type === "code") addCode(node, state);
  else if (node.type === "html") addRaw(node, state);
  else if (node.type === "break") addText(letters, " ");
  else if (node.type === "thematicBreak") addDrawn(node, state);
  else if (node.type === "footnoteReference" && state.waiting) state.waiting.push(node);
  else if (node.type === "footnoteReference") addEither(node, call, `[^${node.label}]`, state);
  else if (isLink(node) && !state.waiting) walkLink(node, state, first);
  else if ("children" in node) walkAll(node, state, first);
}

function isLink(node: Nodes): node is Link | LinkReference {
  return node.type === "link" || node.type === "linkReference";
}

function walkLink(link: Link | LinkReference, state: State, first: boolean): void {
  const waiting: Nodes[] = [];
  walkAll(link, Object.assign(state, { waiting }), first);
  state.waiting = undefined;
  for (const node of waiting) walk(node, state, false);
}

function walkAll(node: Extract<Nodes, { children: unknown }>, state: State, first: boolean): void {
  const { letters } = state;
  const block = !phrasing.has(node.type);
  if (block) addBorder(letters);
  if (node.type === "list") addSign(node, state);
  // A note that nothing calls is printed where it stands, its label too.
  if (node.type === "footnoteDefinition") addEither(node, "", `[^${node.label}]:`, state);
  if (node.type === "footnoteDefinition") addBorder(letters);
  for (const [index, child] of node.children.entries()) {
    const before = node.children[index - 1];
    walk(child, state, before ? endsLine(before) : block || first);
  }
  if (node.type === "paragraph") addCaption(node, state);
  if (block) addBorder(letters);
}

// The number of a page, or an aside, between dashes is no list, nor is a heading for notes that is numbered.
function addSign(list: List, state: State): void {
  const typed = typedAs(list, state);
  const isAside = /^[-–]\s*(?:\p{Nd}{1,4}|\S.{0,40}\s)\s*[-–]$/u.test(typed);
  const [sign = ""] = (isAside ? /^[-–]/u : /^\d+[.)]/u).exec(typed) ?? [];
  if (sign === "" || list.children.length > 1) return;
  addEither(list, "", sign, state);
  addBorder(state.letters);
}

// A line drawn with underscores parts passages, or is there to be written on.
function addDrawn(node: Nodes, state: State): void {
  const typed = typedAs(node, state);
  if (!typed.startsWith("_")) return;
  addBorder(state.letters);
  addEither(node, "", typed, state);
  addBorder(state.letters);
}

function typedAs({ position }: Nodes, { text }: State): string {
  return text.slice(position?.start.offset, position?.end.offset).trim();
}

function endsLine(node: Nodes): boolean {
  return node.type === "break" || (node.type === "text" && /[\n\r\u2028\v]\s*$/u.test(node.value));
}

// The title of an image alone in its paragraph is printed under it.
function addCaption(node: Paragraph, state: State): void {
  const [only] = node.children;
  if (node.children.length !== 1 || only?.type !== "image" || !only.title) return;
  addBorder(state.letters);
  addPlain(only, only.title, state);
}

function addCode(node: Code, state: State): void {
  addBorder(state.letters);
  // Indented passages that were read as text are parsed as text here too.
  const tree =
    state.prose && node.lang === null ? parserFor(node.value).parse(node.value) : undefined;
  if (tree) walk(tree, { ...state, text: node.value, passage: node }, true);
  else addPlain(node, node.value, state);
}

function addRaw(node: Html, state: State): void {
  const { letters, hidden } = state;
  addBorder(letters);
  state.hidden = addHtml(letters, node.value, chunkOf(node, node.value, letters), hidden);
  addBorder(letters);
}

function addPlain(node: Nodes, value: string, { letters, hidden }: State): void {
  if (hidden === undefined) addText(letters, value, chunkOf(node, value, letters));
}

function addMarked(node: Text, state: State, first: boolean): void {
  const { hidden, letters, passage, removed } = state;
  const indents = passage ? state.passageIndents : state.indents;
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

function addEither(node: Nodes, one: string, other: string, { letters }: State): void {
  addSpelling(letters, [one], other, chunkOf(node, "", letters), 0);
}

function chunkOf(node: Nodes, value: string, letters: SourceLetters): number {
  return letters.nodes.push({ node, value }) - 1;
}
