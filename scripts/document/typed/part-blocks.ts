import type { Blockquote, List, ListItem, Paragraph, RootContent } from "mdast";
import { leadingMark } from "./leading-mark.ts";
import { joinLines, type Line, linesOf } from "./lines.ts";
import { isNotesHeading } from "./notes-heading.ts";
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
    return node.type === "list" || node.type === "blockquote" ? partTail(node, source) : [node];
  });
}

function partHeading(node: Paragraph, source: Source, headings: ReadonlySet<string>) {
  const [first, ...rest] = linesOf(node.children, source);
  if (!first || !rest[0] || !begins(rest[0])) return [node];
  const heading = paragraph([first]);
  return isNotesHeading(heading, headings) ? [heading, paragraph(rest)] : [node];
}

/** Lines below a list that go on with its last item, to Markdown, from the first that begins with a mark. */
function partTail(node: List | Blockquote, source: Source): RootContent[] {
  const last = lastParagraph(node);
  const lines = last ? linesOf(last.children, source) : [];
  const at = lines.findIndex(
    (line, index) => index > 0 && begins(line) && isFlush(line, node, source),
  );
  if (!last || at < 0) return [node];
  const before = paragraph(lines.slice(0, at));
  return [withLast(node, { ...last, ...before }), paragraph(lines.slice(at))];
}

type Container = List | ListItem | Blockquote;

function lastParagraph(node: Container): Paragraph | undefined {
  const last = node.children.at(-1);
  if (last?.type === "paragraph") return last;
  return last && isContainer(last) ? lastParagraph(last) : undefined;
}

/** The same block with another last paragraph, and its end. */
function withLast<N extends Container>(node: N, paragraph: Paragraph): N {
  const last = node.children.at(-1);
  const changed = last && isContainer(last) ? withLast(last, paragraph) : paragraph;
  const start = node.position?.start;
  const end = paragraph.position?.end;
  const children = [...node.children.slice(0, -1), changed];
  return { ...node, children, ...(start && end && { position: { start, end } }) } as N;
}

function isContainer(node: { type: string }): node is Container {
  return ["list", "listItem", "blockquote"].includes(node.type);
}

function begins({ children }: Line): boolean {
  return leadingMark(children) !== undefined;
}

// Not under the words of the item, and without the sign of a quotation before it.
function isFlush({ children: [first] }: Line, node: RootContent, source: Source): boolean {
  const start = first?.position?.start;
  if (!start || !node.position) return false;
  const { line } = start;
  const position = { start: source.at(line, 1), end: start };
  const before = source.slice({ type: "text", position });
  return before.trim() === "" && before.length < node.position.start.column;
}

function paragraph(lines: readonly Line[]): Paragraph {
  const children = joinLines(lines);
  const start = children[0]?.position?.start;
  const end = children.at(-1)?.position?.end;
  return { type: "paragraph", children, ...(start && end && { position: { start, end } }) };
}
