import type { RootContent } from "mdast";
import type { Source } from "./source.ts";

/** Width of a tab, in spaces. */
const tab = 4;

/**
 * How far a block is indented.
 * @param node
 *   Block at the top of a manuscript.
 * @param source
 *   Text of the file.
 * @returns
 *   Spaces, no-break ones too; a tab is four.
 */
export function indentOf(node: RootContent, source: Source): number {
  if (!node.position) return 0;
  const { end, start } = node.position;
  const line = source.slice({ type: "text", position: { start: source.at(start.line, 1), end } });
  const [indent = ""] = /^[^\S\r\n]*/u.exec(line) ?? [];
  return [...indent].reduce((width, space) => width + (space === "\t" ? tab : 1), 0);
}
