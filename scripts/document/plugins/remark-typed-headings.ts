import type { Heading, Paragraph, Root, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import { joinLines, linesOf } from "../typed/lines.ts";
import { paragraphOf } from "../typed/paragraph-of.ts";
import { type Source, sourceOf } from "../typed/source.ts";
import { isText } from "../typed/title-line.ts";

/** Longest line that looks like a heading, in characters. */
const longest = 80;
/** Fewest that tell: one alone may be an outcry. */
const fewest = 2;
/** Fewest characters of what such a line may stand over besides a sentence: an office under a name is shorter. */
const shortest = 30;
// Letters have these on lines of their own, often in capitals.
const ofLetters = /^(?:presentes?|atentamente|respetuosamente|cordialmente|atenciosamente)$/iu;
const capitals = /^[^\p{Ll}_]*\p{Lu}{3}[^\p{Ll}_]*$/u;
const stop = /[.!?;,…]$/u;

/**
 * Makes headings of lines in a `.txt` file that stand over text and are all in capitals, or all bold, where there are several
 * and no other headings; they may stand right over their text or have a blank line below.
 * @returns
 *   Transform; `typed-headings`. Runs after what tells title and status.
 */
export function remarkTypedHeadings() {
  return (tree: Root, file: VFile): void => {
    if (file.extname !== ".txt") return;
    const [first, ...rest] = tree.children;
    if (!first || rest.some(({ type }) => type === "heading")) return;
    const source = sourceOf(String(file));
    const blocks = rest.flatMap((node) => partHead(node, source));
    const heads = blocks.filter(
      (node, index) => isHead(node) && isOver(node, blocks[index + 1]),
    ) as Paragraph[];
    const isSure = heads.some((head) => isSection(blocks[blocks.indexOf(head) + 1]));
    if (heads.length < fewest || !isSure) return;
    const children = blocks.map(
      (node): RootContent =>
        heads.includes(node as Paragraph) ? headingOf(node as Paragraph) : node,
    );
    tree.children = [first, ...children];
    const what = `“${textOf(heads[0] as Paragraph)}” and ${heads.length - 1} more`;
    complain(file, "typed-headings", heads[0], `Recognised ${what} as headings`);
  };
}

/** A paragraph, or the line in capitals over its text and that text. */
function partHead(node: RootContent, source: Source): RootContent[] {
  if (node.type !== "paragraph") return [node];
  const [first, ...below] = linesOf(node.children, source);
  if (!first || below.length === 0) return [node];
  const [head, text] = [paragraphOf(first.children), paragraphOf(joinLines(below))];
  return isHead(head) && isText(text) && !isHead(text) ? [head, text] : [node];
}

function isHead(node: RootContent): node is Paragraph {
  if (node.type !== "paragraph") return false;
  const text = textOf(node).trim();
  if (/[\n\u2028]/u.test(text) || text.length > longest) return false;
  if (ofLetters.test(text.replace(/(?<=^|\s\S)\s(?=\S(?:\s|$))/gu, ""))) return false;
  const [only, ...others] = node.children;
  const isBold = only?.type === "strong" && others.length === 0;
  return (isBold || capitals.test(text)) && !stop.test(text);
}

/** Whether a block is what only a heading stands over: text, a list, a table. */
function isSection(node: RootContent | undefined): boolean {
  if (node === undefined || isHead(node)) return false;
  return ["blockquote", "list", "table"].includes(node.type) || isText(node);
}

/** Whether a line may stand over a block as its heading; a label (`PRESENT:`) may stand over names. */
function isOver(head: Paragraph, node: RootContent | undefined): boolean {
  if (node?.type !== "paragraph" || isHead(node) || textOf(head).trim().endsWith(":"))
    return isSection(node);
  const text = textOf(node).trim();
  return isSection(node) || (text.length >= shortest && !capitals.test(text));
}

function headingOf({ children, position }: Paragraph): Heading {
  return { type: "heading", depth: 2, children, ...(position && { position }) };
}
