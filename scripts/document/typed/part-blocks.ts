import type { Paragraph, RootContent, Table } from "mdast";
import { leadingMark } from "./leading-mark.ts";
import { leadingNumber } from "./leading-number.ts";
import { joinLines, type Line, linesOf } from "./lines.ts";
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
    if (node.type === "table") return partRows(node, source);
    return node.type === "list" || node.type === "blockquote"
      ? partTail(node, source, begins)
      : [node];
  });
}

function partHeading(node: Paragraph, source: Source, headings: ReadonlySet<string>) {
  const [first, ...rest] = linesOf(node.children, source);
  if (!first || !rest[0] || !(begins(rest[0]) || isFirst(rest[0]))) return [node];
  const heading = paragraphOf(joinLines([first]));
  return isNotesHeading(heading, headings) ? [heading, paragraphOf(joinLines(rest))] : [node];
}

/** The last rows, which Markdown takes for rows of the table above, from the first that begins with a mark. */
function partRows(node: Table, source: Source): RootContent[] {
  const barred = node.children.findLastIndex((row) => source.slice(row).includes("|"));
  const at = node.children.findIndex((row, index) => {
    return index > barred && leadingMark(row.children[0]?.children ?? []);
  });
  const end = node.children[at - 1]?.position?.end;
  if (at < 1 || !node.position || !end) return [node];
  const position = { start: node.position.start, end };
  const below = node.children.slice(at).map((row): Paragraph => {
    const children = row.children.flatMap((cell) => cell.children);
    return { type: "paragraph", children, ...(row.position && { position: row.position }) };
  });
  return [{ ...node, children: node.children.slice(0, at), position }, ...below];
}

function isFirst({ children }: Line): boolean {
  return leadingNumber(children)?.mark === "1";
}

function begins({ children }: Line): boolean {
  return leadingMark(children) !== undefined;
}
