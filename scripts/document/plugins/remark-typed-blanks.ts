import type { Nodes, Paragraph, Parents, PhrasingContent, Root, ThematicBreak } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { isGapped } from "../typed/gaps.ts";
import { type Source, sourceOf } from "../typed/source.ts";

/** Fewest underscores of a line to write on. */
const fewest = 10;
/** As Google Docs writes a rule between passages. */
const googleRule = 16;
/** Longest name under a line, in characters. */
const longest = 60;
const several = /^[ \t]*_{5,}(?:(?: {2,}|\t+)_{5,})+[ \t]*$/u;
const name = /^[\p{L}(/]/u;

/**
 * Keeps the lines drawn with underscores that are there to be written on, and are rules to Markdown: several side by side,
 * one that is all of a list item, one with a name right under it or words right above it.
 * @returns
 *   Transform; runs after notes are told, over which a rule may be drawn.
 */
export function remarkTypedBlanks() {
  return (tree: Root, file: VFile): void => {
    if (!/_{5}/u.test(String(file))) return;
    const source = sourceOf(String(file));
    visit(tree, "thematicBreak", (node, index, parent) => {
      if (index === undefined || !parent || !node.position) return;
      const [above, below] = [parent.children[index - 1], parent.children[index + 1]];
      const before = above && isLabelOver(node, above, source) ? [above] : [];
      const after = below && isNameUnder(node, below, source) ? [below] : [];
      if (before.length + after.length === 0 && !isBlank(node, parent, source)) return;
      const from = index - before.length;
      const whole = paragraphOf(before, node, after, source);
      parent.children.splice(from, 1 + before.length + after.length, whole);
      return from + 1;
    });
  };
}

function isBlank(node: ThematicBreak, parent: Parents, source: Source): boolean {
  const value = source.slice(node);
  const isOnly = parent.type === "listItem" && parent.children.length === 1;
  return several.test(value) || (isOnly && isDrawn(value));
}

function isDrawn(value: string): boolean {
  return /^_+$/u.test(value.trim()) && value.trim().length >= fewest;
}

function isLabelOver(node: ThematicBreak, above: Nodes, source: Source): above is Paragraph {
  const value = source.slice(node).trim();
  const isRight = above.position?.end.line === (node.position?.start.line ?? 0) - 1;
  return above.type === "paragraph" && isRight && isDrawn(value) && value.length !== googleRule;
}

function isNameUnder(node: ThematicBreak, next: Nodes, source: Source): next is Paragraph {
  if (next.type !== "paragraph" || next.position?.start.line !== (node.position?.end.line ?? 0) + 1)
    return false;
  const value = source.slice(node);
  if (several.test(value)) return isGapped([source.slice(next).split(/[\r\n]/u)[0] ?? ""]);
  const isRule = value.trim().length === googleRule;
  const lines = textOf(next).split(/[\r\n]/u);
  const isName = name.test(lines[0]?.trim() ?? "") && lines.every((line) => line.length <= longest);
  return isDrawn(value) && !isRule && isName;
}

/** The line as text, between the words above and the name under it. */
function paragraphOf(
  before: readonly Paragraph[],
  { position }: ThematicBreak,
  after: readonly Paragraph[],
  source: Source,
): Paragraph {
  const value = source.slice({ type: "text", ...(position && { position }) }).trim();
  const drawn: PhrasingContent = { type: "text", value, ...(position && { position }) };
  const lines = [...before.map(({ children }) => children), [drawn]];
  const all = [...lines, ...after.map(({ children }) => children)];
  const start = (before[0]?.position ?? position)?.start;
  const end = (after[0]?.position ?? position)?.end;
  return {
    type: "paragraph",
    children: all.flatMap((line, at) => (at > 0 ? [{ type: "break" }, ...line] : line)),
    ...(start && end && { position: { start, end } }),
  };
}
