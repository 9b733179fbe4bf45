import type { Code, Link, LinkReference, List, Nodes, Paragraph } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { headingName } from "../markdown/heading-name.ts";
import { markdownBody } from "../markdown/markdown-body.ts";
import { isBackLink } from "../markdown/note-links.ts";
import { sourceLines } from "../markdown/source-lines.ts";
import { parserFor } from "../markdown/syntax.ts";
import type { Manuscript } from "../types.ts";
import { addBorder, addText, call, noLetters } from "./letters.ts";
import { parseSource } from "./parse-source.ts";
import { wholePassages } from "./passages.ts";
import { type Removed, removedMarks } from "./removed-marks.ts";
import {
  addEither,
  addMarked,
  addPlain,
  addRaw,
  type SourceAccount,
  type SourceLetters,
} from "./source-account.ts";

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
  const lines = sourceLines(value);
  const account: SourceAccount = {
    letters,
    text: body,
    removed: removedMarks(typed?.removed ?? []),
    indents: lines.map((line) => /^[ \t\f]*/u.exec(line)?.[0].length ?? 0),
    passageIndents: lines.map((line) => line.length - line.trimStart().length),
    prose,
    passage: undefined,
    waiting: undefined,
    hidden: undefined,
  };
  const tree = parseSource(body);
  walk(prose ? wholePassages(tree, sourceLines(body)) : tree, account, true);
  return letters;
}

function walk(node: Nodes, account: SourceAccount, first: boolean): void {
  const { letters } = account;
  if (node.type === "text") addMarked(node, account, first);
  else if (node.type === "inlineCode") addPlain(node, node.value, account);
  else if (node.type === "code") addCode(node, account);
  else if (node.type === "html") addRaw(node, account);
  else if (node.type === "break") addText(letters, " ");
  else if (node.type === "thematicBreak") addDrawn(node, account);
  else if (node.type === "footnoteReference" && account.waiting) account.waiting.push(node);
  else if (node.type === "footnoteReference") addEither(node, call, `[^${node.label}]`, account);
  // An arrow that leads back from a note may be gone.
  else if (node.type === "link" && isBackLink(node)) addEither(node, "", textOf(node), account);
  else if (isLink(node) && !account.waiting) walkLink(node, account, first);
  else if (node.type === "heading")
    walkAll({ ...node, children: headingName(node)?.children ?? node.children }, account, first);
  else if ("children" in node) walkAll(node, account, first);
}

function isLink(node: Nodes): node is Link | LinkReference {
  return node.type === "link" || node.type === "linkReference";
}

function walkLink(link: Link | LinkReference, account: SourceAccount, first: boolean): void {
  const waiting: Nodes[] = [];
  walkAll(link, Object.assign(account, { waiting }), first);
  account.waiting = undefined;
  for (const node of waiting) walk(node, account, false);
}

function walkAll(
  node: Extract<Nodes, { children: unknown }>,
  account: SourceAccount,
  first: boolean,
): void {
  const { letters } = account;
  const block = !phrasing.has(node.type);
  if (block) addBorder(letters);
  if (node.type === "list") addSign(node, account);
  // A note that nothing calls is printed where it stands, its label too.
  if (node.type === "footnoteDefinition") addEither(node, "", `[^${node.label}]:`, account);
  if (node.type === "footnoteDefinition") addBorder(letters);
  let isFirst = true;
  for (const [index, child] of node.children.entries()) {
    const before = node.children[index - 1];
    if (node.type === "list" && node.children.length > 1) addItemSign(child, account);
    walk(child, account, isFirst ? block || first : before !== undefined && endsLine(before));
    // A tag says nothing, so what is behind it still begins the block.
    isFirst &&= child.type === "html";
  }
  if (node.type === "paragraph") addCaption(node, account);
  if (block) addBorder(letters);
}

// The number of a page, or an aside, between dashes is no list, nor a line of several bullets, a name behind a hyphen, nor a
// heading for notes that is numbered.
function addSign(list: List, account: SourceAccount): void {
  const typed = typedAs(list, account);
  const isAside = /^[-–]\s*(?:\p{Nd}{1,4}|\S.{0,40}\s)\s*[-–]$/u.test(typed);
  const isSeveral = /^(?<bullet>[-+*])\s+\S.*\s{2}\k<bullet>\s.*$/u.test(typed);
  const [sign = ""] =
    (isAside || isSeveral ? /^[-–+*]/u : /^(?:\d+[.)]|-(?=\s))/u).exec(typed) ?? [];
  if (sign === "" || list.children.length > 1) return;
  addEither(list, "", sign, account);
  addBorder(account.letters);
}

/** The same of an item that is the number of a page, right below a list, or that is a day, whose number may be printed. */
function addItemSign(item: Nodes, account: SourceAccount): void {
  const [sign] =
    /^(?:-(?=\s*\p{Nd}{1,4}\s*-$)|\d+\.(?=\s+\p{L}))/u.exec(typedAs(item, account)) ?? [];
  if (sign === undefined) return;
  addEither(item, "", sign, account);
  addBorder(account.letters);
}

// A line drawn with underscores parts passages, or is there to be written on.
function addDrawn(node: Nodes, account: SourceAccount): void {
  const typed = typedAs(node, account);
  if (!typed.startsWith("_")) return;
  addBorder(account.letters);
  addEither(node, "", typed, account);
  addBorder(account.letters);
}

function typedAs({ position }: Nodes, { text }: SourceAccount): string {
  return text.slice(position?.start.offset, position?.end.offset).trim();
}

function endsLine(node: Nodes): boolean {
  return node.type === "break" || (node.type === "text" && /[\n\r\u2028\v]\s*$/u.test(node.value));
}

// The title of an image alone in its paragraph is printed under it.
function addCaption(node: Paragraph, account: SourceAccount): void {
  const [only] = node.children;
  if (node.children.length !== 1 || only?.type !== "image" || !only.title) return;
  addBorder(account.letters);
  addPlain(only, only.title, account);
}

function addCode(node: Code, account: SourceAccount): void {
  addBorder(account.letters);
  // Indented passages that were read as text are parsed as text here too.
  const tree =
    account.prose && node.lang === null ? parserFor(node.value).parse(node.value) : undefined;
  if (tree) walk(tree, { ...account, text: node.value, passage: node }, true);
  else addPlain(node, node.value, account);
}
