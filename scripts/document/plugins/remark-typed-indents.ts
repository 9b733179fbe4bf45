import type { Code, Nodes, Root, RootContent } from "mdast";
import type { Processor } from "unified";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import { sourceLines } from "../../markdown/source-lines.ts";
import { hasNode } from "../nodes/has-node.ts";
import { isIndentedCode } from "../typed/indented-code.ts";
import { type Source, sourceOf } from "../typed/source.ts";

const fewestWords = 4;
const sentenceStart = /^\s*(?:(?:[•●▪‣◦○■➢❖►➤⁃]|-\t)\s*|["'“”‘’«„¿¡(]*(?!\p{Ll}))\p{L}/u;
const codeSign = /[{}<>=\\|;]|\w\(|\/\/|^\s*[$#@]/mu;
// Plain text is seldom code, but a drawing or a table of bars has to stand as it was typed.
const plainCodeSign = /[{}\\|]|=>|[=]=|\w\(\)|<\/?[a-z]+[\s>]|^\s*[$#]\s/imu;
// Pandoc sets in what is counted below a letter, which is no list to Markdown.
const counted = /^\s*\(?(?:[ivxIVX]{1,5}|\p{L}|\d{1,2})[.)]\s+["“‘«]?\p{L}/u;
const paragraphs = new Set(["paragraph", "list", "listItem"]);

/**
 * Reads paragraphs that a typed manuscript indents with a tab or spaces, which Markdown takes for code,
 * as paragraphs. Only where there is no other code and every such block reads as prose or, in a `.txt` file, has no sign of
 * code.
 * @returns
 *   Transform; runs before every other.
 */
export function remarkTypedIndents(this: Processor) {
  return (tree: Root, file: VFile): undefined => {
    const source = sourceOf(String(file));
    const indented = tree.children.filter((node) => isIndentedCode(node, source));
    if (indented.length === 0 || hasOtherCode(tree, indented)) return;
    const isText = file.extname === ".txt" ? isPlain : isProse;
    if (
      !indented.every(
        (node) => isText(node.value) && isFlow(this.parse(flushed(node.value)) as Root),
      )
    )
      return;

    tree.children = tree.children.flatMap((node, index, all) => {
      const before = all[index - 1];
      if (before && isIndentedCode(before, source) && goesOn(before, node)) return [];
      if (!isIndentedCode(node, source)) return [node];
      const next = all[index + 1];
      const end = next && goesOn(node, next) ? next : node;
      return parseAgain(node, end, source, this);
    });
    complain(
      file,
      "typed-indent",
      indented[0],
      `Recognised ${indented.length} indented ${indented.length > 1 ? "passages" : "passage"} as text, not code`,
    );
  };
}

function hasOtherCode(tree: Root, indented: readonly Code[]): boolean {
  return hasNode<Nodes>(
    tree,
    (node) => node.type === "inlineCode" || (node.type === "code" && !indented.includes(node)),
  );
}

function flushed(value: string): string {
  return value.replace(/^[^\S\r\n]+/gmu, "");
}

/** Whether lines read without their indents are paragraphs and lists of such, and nothing else. */
function isFlow(tree: Nodes): boolean {
  if ("children" in tree && tree.type !== "paragraph")
    return tree.children.every((node) => paragraphs.has(node.type) && isFlow(node));
  return tree.type === "paragraph" && !tree.children.some(({ type }) => type === "html");
}

function isPlain(value: string): boolean {
  return /[\p{L}\p{N}]/u.test(value) && !plainCodeSign.test(value);
}

function isProse(value: string): boolean {
  const isCounted = value.split("\n").every((line) => line.trim() === "" || counted.test(line));
  if (isCounted) return !plainCodeSign.test(value);
  const words = value.match(/\p{L}[\p{L}\p{M}’'-]*/gu) ?? [];
  return words.length >= fewestWords && sentenceStart.test(value) && !codeSign.test(value);
}

// The lines after an indented first line, with no blank line between.
function goesOn(node: RootContent, next: RootContent): boolean {
  const end = node.position?.end.line;
  return next.type === "paragraph" && end !== undefined && next.position?.start.line === end + 1;
}

function parseAgain(
  first: RootContent,
  last: RootContent,
  source: Source,
  processor: Processor,
): RootContent[] {
  const asRead = first === last ? [first] : [first, last];
  if (!first.position || !last.position) return asRead;
  const { line } = first.position.start;
  const start = source.at(line, 1);
  const text = source.slice({ type: "lines", position: { start, end: last.position.end } });
  const lines = sourceLines(text);
  const flush = lines.map((one) => one.trimStart());
  const tree = processor.parse(flush.join("\n")) as Root;
  if (!isFlow(tree)) return asRead;
  visit(tree, ({ position }) => {
    for (const point of position ? [position.start, position.end] : []) {
      const indent = (lines[point.line - 1] ?? "").length - (flush[point.line - 1] ?? "").length;
      Object.assign(point, source.at(point.line + line - 1, point.column + indent));
    }
  });
  return tree.children;
}
