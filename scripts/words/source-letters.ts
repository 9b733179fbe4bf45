import type { Code, Html, Link, LinkReference, Nodes, Paragraph, Root, Text } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import type { Manuscript } from "../types.ts";
import { withoutDirectiveLines, withoutDirectives } from "./directives.ts";
import { addHtml } from "./html-letters.ts";
import { add, addBorder, addText, call, type Letters, noLetters } from "./letters.ts";

/** Letters of a manuscript, and the nodes they came from, by chunk. */
export interface SourceLetters extends Letters {
  nodes: Array<{ node: Nodes; value: string }>;
}

interface State {
  letters: SourceLetters;
  /** Marks that a footnote or a list item now stands for. */
  removed: readonly Removed[];
  /** Place of words that are not printed on purpose. */
  unprinted: string | undefined;
  /** Whether indented passages were read as text, and the one being read. */
  prose: boolean;
  passage: Code | undefined;
  /** Calls in the link being read, which go behind it: a link can't hold a link. */
  waiting: Nodes[] | undefined;
  /** Element of raw HTML whose text nobody sees, while it is open. */
  hidden: string | undefined;
}

const parser = unified().use(remarkParse).use(remarkGfm).freeze();
const phrasing = new Set(["delete", "emphasis", "link", "linkReference", "strong"]);
// The value of a text has lost the indents of its lines.
const deepestIndent = 12;
const newline = /\r\n|\r|\n/u;
const marks = /[⁰¹²³⁴-⁹]+|([*†‡§‖¶])\1*|\[\d{1,3}\]/gu;
const lead =
  /(?:^|(?<=[\n\r\u2028\v]))[^\S\n\r]*([⁰¹²³⁴-⁹]+|([*†‡§‖¶])\2*|\[\d{1,3}\]|[•●▪‣◦·–\uF0B7])/gu;

/**
 * The letters of a manuscript by a parse of its own, that knows nothing of what our transforms do.
 * @param manuscript
 *   Manuscript.
 * @param unprinted
 *   `line:column` of words that are not printed on purpose.
 * @returns
 *   Letters in order; a mark that may be the call of a note can be spelled either way.
 */
export function sourceLetters(manuscript: Manuscript, unprinted?: string): SourceLetters {
  const { bodyOffset, file } = manuscript;
  const value = String(file.value);
  const body = value.slice(0, bodyOffset).replace(/[^\r\n]/gu, " ") + value.slice(bodyOffset);
  const typed = file.data.typed as { removed?: Removed[] } | undefined;
  const prose = file.messages.some(({ ruleId }) => ruleId === "typed-indent");
  const letters: SourceLetters = { ...noLetters(), nodes: [] };
  const state = { letters, removed: typed?.removed ?? [], unprinted, prose };
  walk(parse(body), { ...state, passage: undefined, waiting: undefined, hidden: undefined }, true);
  return letters;
}

// Directives are blanked out, but not in code and HTML, where nobody reads them as such.
function parse(body: string): Root {
  const tree = parser.parse(body);
  if (withoutDirectives(body) === body) return tree;
  const kept = new Set<number>();
  visit(tree, ({ position, type }) => {
    if ((type !== "code" && type !== "html") || !position) return;
    for (let line = position.start.line; line <= position.end.line; line++) kept.add(line);
  });
  return parser.parse(withoutDirectiveLines(body, (line) => kept.has(line)));
}

interface Removed {
  text: string;
  place?: { line: number; column: number } | undefined;
}

function walk(node: Nodes, state: State, first: boolean): void {
  const { letters } = state;
  if (node.type === "text") addMarked(node, state, first);
  else if (node.type === "inlineCode") addPlain(node, node.value, state);
  else if (node.type === "code") addCode(node, state);
  else if (node.type === "html") addRaw(node, state);
  else if (node.type === "break") addText(letters, " ");
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
  const { letters, unprinted } = state;
  const { start } = node.position ?? {};
  if (node.type === "paragraph" && start && `${start.line}:${start.column}` === unprinted) return;
  const block = !phrasing.has(node.type);
  if (block) addBorder(letters);
  // A note that nothing calls is printed where it stands, its label too.
  if (node.type === "footnoteDefinition") addEither(node, "", `[^${node.label}]:`, state);
  if (node.type === "footnoteDefinition") addBorder(letters);
  for (const [index, child] of node.children.entries()) {
    walk(child, state, index === 0 && (block || first));
  }
  if (node.type === "paragraph") addCaption(node, state);
  if (block) addBorder(letters);
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
  const tree = state.prose && node.lang === null ? parser.parse(node.value) : undefined;
  if (tree) walk(tree, { ...state, passage: node }, true);
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
  const { letters, hidden } = state;
  const { value } = node;
  if (hidden !== undefined) return;
  const chunk = chunkOf(node, value, letters);
  const leads = leadsOf(node, state, first);
  const found = [...value.matchAll(marks)].map((match) => [match.index, match[0]] as const);
  const all = new Map<number, string>([...found, ...leads]);
  let from = 0;
  for (const [index, mark] of [...all].sort(([one], [other]) => one - other)) {
    if (index < from) continue;
    addText(letters, value.slice(from, index), chunk, from);
    if (!leads.has(index)) addSpelling(letters, call, mark, chunk, index);
    from = index + mark.length;
  }
  addText(letters, value.slice(from), chunk, from);
}

// Marks at the start of a line that stand for a note or a list item now.
function leadsOf(node: Text, state: State, first: boolean): Map<number, string> {
  const leads = new Map<number, string>();
  const { line = 1, column = 1 } = (state.passage ?? node).position?.start ?? {};
  for (const match of node.value.matchAll(lead)) {
    const mark = match[1] ?? "";
    const index = match.index + match[0].length - mark.length;
    const before = node.value.slice(0, index).split(newline);
    const starts = first || before.length > 1 || /[\u2028\v]/u.test(node.value.slice(0, index));
    const least = (before.at(-1)?.length ?? 0) + (before.length > 1 ? 1 : column);
    const isHere = ({ text, place }: Removed) =>
      text === mark &&
      place?.line === line + before.length - 1 &&
      place.column >= least &&
      place.column <= least + (before.length > 1 ? deepestIndent : 0);
    if (starts && state.removed.some(isHere)) leads.set(index, mark);
  }
  return leads;
}

function addEither(node: Nodes, one: string, other: string, { letters }: State): void {
  addSpelling(letters, one, other, chunkOf(node, "", letters), 0);
}

function addSpelling(
  letters: Letters,
  one: string,
  other: string,
  chunk: number,
  index: number,
): void {
  const spelled = noLetters();
  addText(spelled, other);
  letters.options.set(letters.text.length, [spelled.text.join(""), one]);
  add(letters, "\uE001", chunk, index);
}

function chunkOf(node: Nodes, value: string, letters: SourceLetters): number {
  return letters.nodes.push({ node, value }) - 1;
}
