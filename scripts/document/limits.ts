import type { Nodes } from "mdast";
import type { VFile } from "vfile";
import { complain } from "../complain.ts";

/** Largest manuscript, in characters: ten times a long book. */
const mostCharacters = 2 * 1024 * 1024;
/** Deepest nesting. Markdown by hand seldom goes beyond five; the parsers recurse, so there must be an end. */
const mostDepth = 100;
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
  let line = 0;
  for (const text of source.split(/\r\n|\r|\n/)) {
    line++;
    const start = markers.exec(text)?.[0];
    if (!start || start.length < mostDepth) continue;
    // A level takes two columns at least, so a marker this far in is this deep.
    const depth = Math.max(start.replace(/\d|\s/g, "").length, Math.floor(start.length / 4));
    if (depth <= mostDepth) continue;
    refuseDepth(file, { line, column: 1 });
    return false;
  }
  return true;
}

/**
 * Tells whether a tree is flat enough for the steps that recurse.
 * @param tree
 *   Any tree.
 * @param file
 *   File for complaints: `markdown-depth`.
 */
export function isFlat(tree: Nodes, file: VFile): boolean {
  const stack: Array<[Nodes, number]> = [[tree, 0]];
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const [node, depth] = entry;
    if (depth > mostDepth) {
      refuseDepth(file, node.position?.start);
      return false;
    }
    if ("children" in node) for (const child of node.children) stack.push([child, depth + 1]);
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
