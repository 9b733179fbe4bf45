import type { Blockquote, List, ListItem, Paragraph, RootContent } from "mdast";
import { joinLines, type Line, linesOf } from "./lines.ts";
import { paragraphOf } from "./paragraph-of.ts";
import type { Source } from "./source.ts";

/**
 * Parts a list or quotation from the lines right below it, which go on with its last item, to Markdown.
 * @param node
 *   List or quotation at the top of a manuscript; not changed.
 * @param source
 *   Text of the file.
 * @param begins
 *   Tells whether a line is the first of those to be parted.
 * @returns
 *   The block, and a paragraph of such lines if there are any.
 */
export function partTail(
  node: List | Blockquote,
  source: Source,
  begins: (line: Line) => boolean,
): RootContent[] {
  const last = lastParagraph(node);
  const lines = last ? linesOf(last.children, source) : [];
  const at = lines.findIndex(
    (line, index) => index > 0 && begins(line) && isFlush(line, node, source),
  );
  if (!last || at < 0) return [node];
  const before = paragraphOf(joinLines(lines.slice(0, at)));
  return [withLast(node, { ...last, ...before }), paragraphOf(joinLines(lines.slice(at)))];
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

// Not under the words of the item, and without the sign of a quotation before it.
function isFlush({ children: [first] }: Line, node: RootContent, source: Source): boolean {
  const start = first?.position?.start;
  if (!start || !node.position) return false;
  const { line } = start;
  const position = { start: source.at(line, 1), end: start };
  const before = source.slice({ type: "text", position });
  return before.trim() === "" && before.length < node.position.start.column;
}
