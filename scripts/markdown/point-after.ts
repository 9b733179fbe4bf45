import type { Point } from "unist";
import { sourceLines } from "./source-lines.ts";

/**
 * Finds where text ends that was typed at a place.
 * @param point
 *   Line and column of its first character, from 1.
 * @param text
 *   The text as typed.
 * @returns
 *   Line and column behind it, in UTF-16 units; no offset.
 */
export function pointAfter({ line, column }: Point, text: string): Point {
  const lines = sourceLines(text);
  const last = lines.at(-1)?.length ?? 0;
  return { line: line + lines.length - 1, column: (lines.length > 1 ? 1 : column) + last };
}
