import type { ElementContent, Root, RootContent, Text } from "hast";
import { toString as textOf } from "mdast-util-to-string";
import { pointOf } from "../complaints/point-of.ts";
import type { Document } from "../types.ts";
import { add, addBorder, addText, call, type Letters, noLetters } from "./letters.ts";

/** Text of a block, or of what follows it without a place of its own. */
interface Run {
  line: number;
  column: number;
  /** Whether it had no place: stray text of broken HTML. */
  loose?: boolean;
  /** Line on which its last text ends. */
  end?: number | undefined;
  /** Text, calls, and borders between blocks. */
  pieces: Array<{ kind: "text"; value: string } | { kind: "call" } | { kind: "border" }>;
}

const inline = new Set([
  ...[
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "cite",
    "code",
    "del",
    "dfn",
    "em",
    "i",
    "ins",
    "kbd",
    "mark",
  ],
  ...["q", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"],
]);

/**
 * The letters of a document in the order its source has them: title, status, notes and the rest back
 * at the places they were taken from.
 * @param document
 *   Document.
 * @param loose
 *   Whether text without a place goes with what stands before or after it.
 * @returns
 *   Letters; a call of a note is one letter.
 */
export function documentLetters(document: Document, loose: "before" | "after"): Letters {
  const { body, matter, notes, notesHeading, places, statusNote, title } = document;
  const runs: Run[] = [];
  if (places.status) {
    const run = start(runs, places.status);
    run.pieces.push(text(statusLabel(document)));
    if (statusNote) run.pieces.push({ kind: "call" });
  }
  if (title) collect(title, runs, places.title);
  if (places.organisations) {
    start(runs, places.organisations).pieces.push(text(matter.organisations.join(" ")));
  }
  const bodyRuns: Run[] = [];
  collect(body, bodyRuns, "1:1");
  if (loose === "after") moveLoose(bodyRuns);
  runs.push(...bodyRuns);
  if (places.notesHeading && notesHeading)
    start(runs, places.notesHeading).pieces.push(text(notesHeading));
  for (const note of notes) collect(note.content, runs, note.place);
  return spell(runs.sort((one, other) => one.line - other.line || one.column - other.column));
}

// A label that a status given on purpose sets aside isn't lost: that it is has been said.
function statusLabel({ manuscript, matter }: Document): string {
  const typed = manuscript.file.data.typed as { statusLabel?: { children: unknown[] } } | undefined;
  return matter.statusLabel ?? textOf(typed?.statusLabel?.children);
}

function moveLoose(runs: Run[]): void {
  let next = { line: Number.POSITIVE_INFINITY, column: 1 };
  for (const run of [...runs].reverse()) {
    if (run.loose) Object.assign(run, next);
    else next = { line: run.line, column: run.column };
  }
}

function spell(runs: readonly Run[]): Letters {
  const letters = noLetters();
  for (const { pieces } of runs) {
    addBorder(letters);
    for (const piece of pieces) {
      if (piece.kind === "text") addText(letters, piece.value);
      else if (piece.kind === "call") add(letters, call);
      else addBorder(letters);
    }
  }
  return letters;
}

function collect(tree: Root, runs: Run[], place: string | undefined): void {
  start(runs, place ?? "1:1");
  for (const child of tree.children) walk(child, runs);
}

// What has no place of its own stays with what was last before it.
function walk(node: RootContent | ElementContent, runs: Run[]): void {
  const pieces = () => (runs.at(-1) as Run).pieces;
  if (node.type === "text") addPiece(node, runs);
  if (node.type !== "element" || "dataGenerated" in node.properties) return;
  const { className, dataPlace } = node.properties;
  if (Array.isArray(className) && className.includes("noteref")) {
    pieces().push({ kind: "call" });
    return;
  }
  const block = !inline.has(node.tagName);
  const { line, column } = runs.at(-1) as Run;
  if (typeof dataPlace === "string") start(runs, dataPlace);
  else if (node.tagName === "p") start(runs, `${line}:${column}`).loose = true;
  if (block) pieces().push({ kind: "border" });
  for (const child of node.children) walk(child, runs);
  if (block) pieces().push({ kind: "border" });
}

// An element that broken HTML leaves open goes on behind what was taken out from under it, such as a note.
function addPiece({ position, value }: Text, runs: Run[]): void {
  const { end = Number.POSITIVE_INFINITY } = runs.at(-1) as Run;
  if (position && position.start.line > end + 1)
    start(runs, `${position.start.line}:${position.start.column}`);
  const run = runs.at(-1) as Run;
  run.pieces.push(text(value));
  run.end = position?.end.line ?? run.end;
}

function start(runs: Run[], place: string): Run {
  const { line, column } = pointOf(place);
  const run: Run = { line, column, pieces: [] };
  runs.push(run);
  return run;
}

function text(value: string) {
  return { kind: "text", value } as const;
}
