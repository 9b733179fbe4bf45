import type { FootnoteReference, Html, Root } from "mdast";
import type { Point } from "unist";
import { SKIP, visit } from "unist-util-visit";
import { pointAfter } from "../../markdown/point-after.ts";
import "../nodes/data.ts";

// A comment, declaration or instruction; a tag, its name first; or text.
const token =
  /<!--[\s\S]*?(?:-->|$)|<[!?][\s\S]*?(?:>|$)|<\/?([a-zA-Z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^>"'])*>|[^<]+|</gu;
const call = /\[\^([^\]\s]+)\]/gu;
/** Elements in which a call is none: code, and what can't hold a link. */
const closed = new Set(["a", "code", "kbd", "pre", "samp", "script", "style"]);

/**
 * Takes the calls of notes out of blocks of HTML, in which Markdown reads none: a caption, a head of a table.
 * @returns
 *   Transform; a block that calls notes becomes a `htmlCalls` of HTML and calls.
 */
export function remarkHtmlCalls() {
  return (tree: Root): void => {
    const notes = new Set<string>();
    visit(tree, "footnoteDefinition", ({ identifier }) => void notes.add(identifier));
    if (notes.size === 0) return;
    visit(tree, "html", (node, index, parent) => {
      if (!parent || index === undefined || !node.value.includes("[^")) return;
      const calls = callsIn(node.value).filter(({ identifier }) => notes.has(identifier));
      if (calls.length === 0) return;
      parent.children[index] = { type: "htmlCalls", children: partsOf(node, calls) };
      return SKIP;
    });
  };
}

interface Call {
  index: number;
  typed: string;
  label: string;
  identifier: string;
}

/** What looks like a call in the text of HTML. */
function callsIn(html: string): Call[] {
  const calls: Call[] = [];
  const open: string[] = [];
  for (const { 0: piece, 1: name, index: start } of html.matchAll(token)) {
    const tag = name?.toLowerCase() ?? "";
    if (closed.has(tag) && !piece.startsWith("</")) open.push(tag);
    else if (closed.has(tag)) open.splice(open.lastIndexOf(tag), 1);
    if (open.length > 0 || piece.startsWith("<")) continue;
    for (const { 0: typed, 1: label = "", index } of piece.matchAll(call)) {
      const identifier = label.toLowerCase().toUpperCase().toLowerCase();
      calls.push({ index: start + index, typed, label, identifier });
    }
  }
  return calls;
}

function partsOf(node: Html, calls: readonly Call[]): Array<Html | FootnoteReference> {
  const { value } = node;
  const parts: Array<Html | FootnoteReference> = [];
  let end = 0;
  const positionOf = (from: number, to: number) => {
    const start = node.position?.start;
    return start && { start: pointIn(value, start, from), end: pointIn(value, start, to) };
  };
  const add = (to: number) => {
    const position = positionOf(end, to);
    if (to > end) parts.push({ type: "html", value: value.slice(end, to), position });
  };
  for (const { index, typed, label, identifier } of calls) {
    add(index);
    end = index + typed.length;
    const position = positionOf(index, end);
    parts.push({ type: "footnoteReference", identifier, label, position });
  }
  add(value.length);
  return parts;
}

/** Where a character of a block stands. In a quotation a line stands further right, which nobody asks. */
function pointIn(value: string, start: Point, index: number): Point {
  return { ...pointAfter(start, value.slice(0, index)), offset: (start.offset ?? 0) + index };
}
