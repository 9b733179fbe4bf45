import type { Link, PhrasingContent, Root, Text } from "mdast";
import type { Point, Position } from "unist";
import { visit } from "unist-util-visit";
import { pointAlong } from "./point-along.ts";

const callSign = /\[\^([^[\]\s]+)\]/gu;
// What ends a sentence behind an address is no part of it.
const trail = /[!"'*,.:;<>?_~]+$/u;

/** A point of which the offset is known. */
type Place = Point & { offset: number };

/**
 * Ends bare addresses at the call of a note, which GFM takes for a part of them.
 * @param tree
 *   A whole text as parsed; changed in place.
 */
export function freeCalls(tree: Root): void {
  const notes = new Set<string>();
  visit(tree, "footnoteDefinition", ({ identifier }) => void notes.add(identifier));
  if (notes.size === 0) return;
  visit(tree, "link", (link, index = 0, parent) => {
    const [address] = link.children;
    if (!parent || address?.type !== "text" || !isBare(link, address)) return;
    const next = parent.children[index + 1];
    const closes = next?.type === "text" && next.value.startsWith("]");
    const typed = closes ? `${address.value}]` : address.value;
    const calls = [...typed.matchAll(callSign)].filter(([, label = ""]) =>
      notes.has(label.toLowerCase()),
    );
    const [first] = calls;
    if (!first) return;
    const kept = typed.slice(0, first.index).replace(trail, "").length;
    const behind = piecesOf(typed, kept, calls, startOf(link));
    if (closes) shorten(next);
    cut(link, address, kept);
    const emptied = closes && next.value === "" ? 1 : 0;
    parent.children.splice(index + 1, emptied, ...(behind as never[]));
  });
}

/** Whether an address stands as itself, without brackets of any kind. */
function isBare({ position }: Link, { value }: Text): boolean {
  return position?.end.offset === startOf({ position }).offset + value.length;
}

function piecesOf(
  typed: string,
  from: number,
  calls: readonly RegExpExecArray[],
  start: Place,
): PhrasingContent[] {
  const pieces: PhrasingContent[] = [];
  const position = (first: number, last: number) => ({
    start: pointAlong(start, first),
    end: pointAlong(start, last),
  });
  const addText = (first: number, last: number) => {
    const value = typed.slice(first, last);
    if (value) pieces.push({ type: "text", value, position: position(first, last) });
  };
  let done = from;
  for (const { 0: call, 1: label = "", index } of calls) {
    addText(done, index);
    done = index + call.length;
    const identifier = label.toLowerCase();
    const place = position(index, done);
    pieces.push({ type: "footnoteReference", identifier, label, position: place });
  }
  addText(done, typed.length);
  return pieces;
}

function cut(link: Link, address: Text, kept: number): void {
  const end = pointAlong(startOf(link), kept);
  link.url = link.url.slice(0, link.url.length - (address.value.length - kept));
  address.value = address.value.slice(0, kept);
  for (const { position } of [link, address]) if (position) position.end = end;
}

/** Takes the bracket away that closed a call. */
function shorten(text: Text): void {
  text.value = text.value.slice(1);
  if (text.position) text.position.start = pointAlong(startOf(text), 1);
}

function startOf({ position }: { position?: Position | undefined }): Place {
  const { line = 1, column = 1, offset = 0 } = position?.start ?? {};
  return { line, column, offset };
}
