import type { FootnoteReference, Nodes, Parents, PhrasingContent, Root, Text } from "mdast";
import type { Point } from "unist";
import { SKIP, visit } from "unist-util-visit";
import { flattenBlock, type Run } from "./flatten-block.ts";
import { type FoundMark, marksIn } from "./marks.ts";
import type { Source } from "./source.ts";

/** A mark in the running text. */
export interface Call extends FoundMark {
  text: Text;
  /** The link it stands at the end of, if any: its reference then goes after the link. */
  link: PhrasingContent | undefined;
  parent: Parents;
  place: Point | undefined;
}

/**
 * Finds every mark in the running text of a tree.
 * @param tree
 *   Tree; not changed.
 * @param source
 *   Text of the file.
 * @param find
 *   Finds the marks in a text.
 * @returns
 *   Calls in order.
 */
export function findCalls(
  tree: Root,
  source: Source,
  find: (text: string) => FoundMark[] = marksIn,
): Call[] {
  const calls: Call[] = [];
  const called = calledFromText(tree);
  visit(tree, (node) => {
    // A footnote that nothing calls is no place to call another from.
    if (node.type === "footnoteDefinition" && !called.has(node.identifier)) return SKIP;
    if (node.type !== "paragraph" && node.type !== "heading" && node.type !== "tableCell") return;
    const { value, runs } = flattenBlock(node);
    for (const found of find(value)) {
      const call = callOf(found, runs, source);
      if (call) calls.push(call);
    }
    return SKIP;
  });
  return calls;
}

function calledFromText(tree: Root): Set<string> {
  const called = new Set<string>();
  visit(tree, (node) => {
    if (node.type === "footnoteDefinition") return SKIP;
    if (node.type === "footnoteReference") called.add(node.identifier);
  });
  return called;
}

/**
 * Puts footnote references where marks stand.
 * @param calls
 *   Calls that have a note, in order.
 * @param identifierOf
 *   Gives the footnote identifier for a call.
 * @param source
 *   Text of the file, for the places of what is parted.
 */
export function placeReferences(
  calls: readonly Call[],
  identifierOf: (call: Call) => string,
  source: Source,
): void {
  // From the last to the first, so that what comes before keeps its place.
  for (const call of [...calls].reverse()) {
    const { text, parent, place, index: at } = call;
    const end = place && source.after(place, call.typed.length);
    const identifier = identifierOf(call);
    const reference: FootnoteReference = {
      type: "footnoteReference",
      identifier,
      label: call.typed,
      data: { kind: call.kind, mark: call.mark },
      ...(place && end && { position: { start: place, end } }),
    };
    const before = part(text, text.value.slice(0, at), text.position?.start, place);
    const after = part(text, text.value.slice(at + call.typed.length), end, text.position?.end);
    const siblings = parent.children as Nodes[];
    if (call.link) {
      siblings.splice(siblings.indexOf(call.link) + 1, 0, reference);
      Object.assign(text, before);
    } else {
      const parts = [before, reference, after].filter((node) => !("value" in node) || node.value);
      // The part before stays the same node: calls to its left point at it.
      if (before.value) parts[0] = Object.assign(text, before);
      siblings.splice(siblings.indexOf(text), 1, ...parts);
    }
  }
}

function callOf(found: FoundMark, runs: readonly Run[], source: Source): Call | undefined {
  const end = found.index + found.typed.length;
  const run = runs.find(
    ({ start, text }) => start <= found.index && end <= start + text.value.length,
  );
  if (!run) return undefined;
  const { text, link, start } = run;
  const index = found.index - start;
  if (link && end !== link.end) return undefined;
  const place = placeOf(text, index, found.typed, source);
  return { ...found, index, text, parent: link?.parent ?? run.parent, link: link?.node, place };
}

// A text's value differs from its source by escapes, references and indents: count the mark instead.
function placeOf(text: Text, index: number, typed: string, source: Source): Point | undefined {
  if (!text.position) return undefined;
  const nth = text.value.slice(0, index).split(typed).length;
  const pieces = source.slice(text).split(typed);
  if (pieces.length !== text.value.split(typed).length) return text.position.start;
  return source.after(text.position.start, pieces.slice(0, nth).join(typed).length);
}

function part(text: Text, value: string, start: Point | undefined, end: Point | undefined): Text {
  return { ...text, value, ...(start && end && { position: { start, end } }) };
}
