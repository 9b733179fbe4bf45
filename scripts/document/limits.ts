import type { Node, Parent, Point } from "unist";
import type { VFile } from "vfile";
import { complain } from "../complaints/complain.ts";
import type { SlowParse } from "../markdown/parse-deadline.ts";
import { sourceLines } from "../markdown/source-lines.ts";

/** Largest manuscript, in characters: ten times a long book. */
const mostCharacters = 2 * 1024 * 1024;
/** Deepest nesting. Markdown by hand seldom goes beyond five; the parsers recurse, so there must be an end. */
const mostDepth = 100;
/** Most asterisks in long runs in a paragraph: what each pair of them can open or end is tried with every other. */
const mostInRuns = 4000;
/** Most brackets left open in a paragraph: what each may end as takes the parser time by the cube. */
const mostOpen = 1000;
/** Most lengths of runs of backticks in a paragraph: for the end of each the parser looks through all of it. */
const mostTicks = 50;
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
  let inRuns = 0;
  let brackets = { open: 0, most: 0 };
  const ticks = new Set<string>();
  for (const [index, text] of sourceLines(source).entries()) {
    const fence = /^\s*:{3,}\s*(\w*)\s*$/.exec(text);
    if (fence) open = Math.max(0, open + (fence[1] ? 1 : -1));
    const isBlank = text.trim() === "";
    inRuns = isBlank ? 0 : inRuns + longRunsIn(text);
    brackets = openedBy(text, isBlank ? 0 : brackets.open);
    if (isBlank) ticks.clear();
    for (const [run] of text.matchAll(/`+/g)) ticks.add(run);
    const place = { line: index + 1, column: 1 };
    if (Math.max(open, depthOf(text)) > mostDepth) refuseDepth(file, place);
    else if (inRuns > mostInRuns || brackets.most > mostOpen) refuseMarks(file, place);
    else if (ticks.size > mostTicks) refuseMarks(file, place);
    else continue;
    return false;
  }
  return true;
}

/** Asterisks of a line in runs longer than those of bold italics. */
function longRunsIn(line: string): number {
  return (line.match(/\*{4,}/g) ?? []).reduce((sum, run) => sum + run.length, 0);
}

/** Brackets open behind a line and the most that are within it, where some were open before. */
function openedBy(line: string, before: number): { open: number; most: number } {
  let open = before;
  let most = before;
  for (const [bracket] of line.matchAll(/[[\]]/g)) {
    open = Math.max(0, open + (bracket === "[" ? 1 : -1));
    most = Math.max(most, open);
  }
  return { open, most };
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
 * Says that a paragraph has too many signs that the parser pairs.
 * @param file
 *   The file.
 * @param place
 *   Where they are too many.
 */
export function refuseMarks(file: VFile, place: Point): void {
  complain(
    file,
    "markdown-depth",
    place,
    "The paragraph that ends here has more asterisks, underscores, tildes, backticks or open brackets than can be paired",
    "Part it by blank lines, or put a backslash before those that are to be printed.",
  );
}

/**
 * Says that a text could not be parsed in time.
 * @param file
 *   The file.
 * @param slow
 *   Where the parser was.
 */
export function refuseSlow(file: VFile, { line, seconds }: SlowParse): void {
  complain(
    file,
    "markdown-depth",
    { line, column: 1 },
    `What stands around here was not made out in ${seconds} seconds`,
    "Part this paragraph, list or quotation by blank lines; put a backslash before brackets and other signs that are to be printed.",
  );
}

/**
 * Says that a text is nested too deep.
 * @param file
 *   The file.
 * @param place
 *   Where, if known.
 */
export function refuseDepth(file: VFile, place: Point | undefined): void {
  complain(
    file,
    "markdown-depth",
    place,
    `Lists, quotations or HTML are nested here more than ${mostDepth} deep`,
    "Take some levels out; no reader can follow so many.",
  );
}
