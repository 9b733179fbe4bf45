import type { Node, Parent } from "unist";
import type { VFile } from "vfile";
import { complain } from "../complain.ts";

/** Largest manuscript, in characters: ten times a long book. */
const mostCharacters = 2 * 1024 * 1024;
/** Deepest nesting. Markdown by hand seldom goes beyond five; the parsers recurse, so there must be an end. */
const mostDepth = 100;
/** Most marks of emphasis in a paragraph: pairing them takes the parser time by the square. */
const mostMarks = 2000;
/** Block markers at the start of a line: `> - 1. ` and so on. */
const markers = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;

/**
 * Tells whether a manuscript is small and flat enough to parse.
 * @param source
 *   The text.
 * @param file
 *   File for complaints: `markdown-size`, `markdown-depth`.
 */
export function isParsable(source: string, file: VFile): boolean {
  if (source.length > mostCharacters) {
    complain(
      file,
      "markdown-size",
      undefined,
      `This manuscript has ${source.length} characters; ${mostCharacters} is the most`,
      "Split it into several publications.",
    );
    return false;
  }
  let open = 0;
  let marks = 0;
  for (const [index, text] of source.split(/\r\n|\r|\n/).entries()) {
    const fence = /^\s*:{3,}\s*(\w*)\s*$/.exec(text);
    if (fence) open = Math.max(0, open + (fence[1] ? 1 : -1));
    marks = text.trim() === "" ? 0 : marks + emphasisIn(text);
    if (Math.max(open, depthOf(text)) <= mostDepth && marks <= mostMarks) continue;
    refuseDepth(file, { line: index + 1, column: 1 });
    return false;
  }
  return true;
}

/** Marks of emphasis in a line: every run of them, and a long run of asterisks for what it can open. */
function emphasisIn(line: string): number {
  return (line.match(/_+|\*{1,2}/g) ?? []).length;
}

/** How deep a line can be nested, by the markers it begins with and how far in they stand. */
function depthOf(line: string): number {
  const start = markers.exec(line)?.[0] ?? "";
  // A level takes two columns at least, four at most.
  return Math.max(start.replace(/[\d\s]/g, "").length, Math.floor(start.length / 4));
}

/**
 * Tells whether a tree is flat enough for the steps that recurse.
 * @param tree
 *   Any tree.
 * @param file
 *   File for complaints: `markdown-depth`.
 */
export function isFlat(tree: Node, file: VFile): boolean {
  const stack: Array<[Node, number]> = [[tree, 0]];
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const [node, depth] = entry;
    if (depth > mostDepth) {
      refuseDepth(file, node.position?.start);
      return false;
    }
    for (const child of (node as Partial<Parent>).children ?? []) stack.push([child, depth + 1]);
  }
  return true;
}

/**
 * Says that a text is nested too deep.
 * @param file
 *   The file.
 * @param place
 *   Where, if known.
 */
export function refuseDepth(file: VFile, place?: { line: number; column: number }): void {
  complain(
    file,
    "markdown-depth",
    place,
    `Lists, quotations or HTML are nested here more than ${mostDepth} deep`,
    "Take some levels out; no reader can follow so many.",
  );
}
