import type { Nodes } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Point, Position } from "unist";

/**
 * Reckons where the parts of a paragraph stand: those beside an address that the parser found only afterwards have no place.
 * @param children
 *   Content, in order.
 * @param start
 *   Where the first begins.
 * @returns
 *   A place for each; reckoned ones are right in their lines, and in their columns but for escapes.
 */
export function reckonPlaces(children: readonly Nodes[], start: Point): Position[] {
  let at = start;
  return children.map((child) => {
    const position = child.position ?? { start: at, end: after(at, textOf(child)) };
    at = position.end;
    return position;
  });
}

function after({ line, column }: Point, text: string): Point {
  const lines = text.split(/\r\n|\r|\n/u);
  const last = lines.at(-1)?.length ?? 0;
  return lines.length === 1
    ? { line, column: column + last }
    : { line: line + lines.length - 1, column: last + 1 };
}
