import type { Paragraph } from "mdast";
import { joinLines, type Line } from "./lines.ts";

/**
 * Makes a paragraph of lines.
 * @param lines
 *   Lines in order.
 * @returns
 *   Paragraph; the break before its first line is left out.
 */
export function paragraphOf(lines: readonly Line[]): Paragraph {
  const children = joinLines(lines);
  const start = children[0]?.position?.start;
  const end = children.at(-1)?.position?.end;
  return { type: "paragraph", children, ...(start && end && { position: { start, end } }) };
}
