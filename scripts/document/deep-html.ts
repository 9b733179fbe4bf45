import type { Point } from "unist";
import { pointAfter } from "../markdown/point-after.ts";

/** An element's beginning, or the end of one. */
const tag = /<(\/?)[a-z][^<>]*>/gi;
/** Deeper than anything that was meant. */
const deep = 100;

/**
 * Finds where raw HTML is nested too deep for its parser, which does not come back to say so.
 * @param source
 *   The text.
 * @returns
 *   The beginning of the element that goes too deep; the last there is where none is found.
 */
export function deepHtml(source: string): Point {
  let open = 0;
  let at = 0;
  for (const { 1: slash, index } of source.matchAll(tag)) {
    open = Math.max(0, open + (slash ? -1 : 1));
    at = index;
    if (open > deep) break;
  }
  return pointAfter({ line: 1, column: 1 }, source.slice(0, at));
}
