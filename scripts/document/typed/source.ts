import type { Node, Point } from "unist";

/** A file's text, addressed by line and column: right whatever the offsets of a tree count from. */
export interface Source {
  /** The characters a node was parsed from; `""` without a position. */
  slice(node: Node): string;
  /** The point at a 1-based line and column. */
  at(line: number, column: number): Point;
  /** The point `count` UTF-16 units after another. */
  after(point: Point, count: number): Point;
}

/**
 * Opens a file's text for looking up what a node was typed as.
 * @param value
 *   The whole text the tree was parsed from, line for line.
 * @returns
 *   Look-ups.
 */
export function sourceOf(value: string): Source {
  const starts = [0];
  for (const match of value.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  const index = (point: Point) => (starts[point.line - 1] ?? value.length) + point.column - 1;

  return {
    slice(node) {
      return node.position ? value.slice(index(node.position.start), index(node.position.end)) : "";
    },
    at(line, column) {
      return { line, column, offset: index({ line, column }) };
    },
    after(point, count) {
      const from = index(point);
      let line = point.line;
      while ((starts[line] ?? Number.POSITIVE_INFINITY) <= from + count) line++;
      const column = from + count - (starts[line - 1] ?? 0) + 1;
      const offset = point.offset === undefined ? undefined : point.offset + count;
      return { line, column, offset };
    },
  };
}
