import type { Paragraph, RootContent } from "mdast";
import { leadingMark } from "./leading-mark.ts";
import { type Line, linesOf } from "./lines.ts";
import { isNotesHeading } from "./notes-heading.ts";
import { paragraphOf } from "./paragraph-of.ts";
import { partTail } from "./part-tail.ts";
import type { Source } from "./source.ts";

/**
 * Parts blocks that Markdown takes for one though a note begins in them: a bare heading on the line above its first
 * note, and a list or quotation with a note on the line below.
 * @param children
 *   Blocks at the top of a manuscript; not changed.
 * @param source
 *   Text of the file.
 * @param headings
 *   What headings for notes are called, lower case.
 * @returns
 *   Blocks.
 */
export function partBlocks(
  children: readonly RootContent[],
  source: Source,
  headings: ReadonlySet<string>,
): RootContent[] {
  return children.flatMap((node) => {
    if (node.type === "paragraph") return partHeading(node, source, headings);
    return node.type === "list" || node.type === "blockquote"
      ? partTail(node, source, begins)
      : [node];
  });
}

function partHeading(node: Paragraph, source: Source, headings: ReadonlySet<string>) {
  const [first, ...rest] = linesOf(node.children, source);
  if (!first || !rest[0] || !begins(rest[0])) return [node];
  const heading = paragraphOf([first]);
  return isNotesHeading(heading, headings) ? [heading, paragraphOf(rest)] : [node];
}

function begins({ children }: Line): boolean {
  return leadingMark(children) !== undefined;
}
