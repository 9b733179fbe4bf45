import type { Paragraph, Root, RootContent } from "mdast";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import { sourceLines } from "../../markdown/source-lines.ts";
import { joinLines, type Line, linesOf } from "../typed/lines.ts";
import { paragraphOf } from "../typed/paragraph-of.ts";
import { partTail } from "../typed/part-tail.ts";
import { type Source, sourceOf } from "../typed/source.ts";

/** Characters of a line longer than any that people break by hand. */
const long = 150;
// An address may be as long; prose has words.
const fewestWords = 15;
const unspaced =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]{20}/u;

/**
 * Makes a paragraph of each line where a word processor wrote a paragraph to a line without blank lines between: among
 * lines longer than any broken by hand, in a `.txt` file, or in a text that has no blank line at all.
 * @returns
 *   Transform; runs before what looks at paragraphs.
 */
export function remarkTypedLines() {
  return (tree: Root, file: VFile): undefined => {
    const lines = sourceLines(String(file));
    if (!lines.some(isLong)) return;
    if (file.extname !== ".txt" && hasBlank(tree, lines)) return;
    const source = sourceOf(String(file));
    const before = tree.children.length;
    const children = tree.children.flatMap((node) =>
      isAmongLong(node, lines) ? partLines(node, source) : [node],
    );
    if (children.length === before) return;
    const first = children.find((node, index) => node !== tree.children[index]);
    tree.children = children;
    complain(
      file,
      "typed-lines",
      first,
      "Recognised a paragraph in each line, since the lines are too long to have been broken by hand",
    );
  };
}

function isLong(line: string): boolean {
  if (line.length <= long) return false;
  return unspaced.test(line) || line.trim().split(/\s+/u).length >= fewestWords;
}

function hasBlank({ children }: Root, lines: readonly string[]): boolean {
  const start = children[0]?.position?.start.line ?? 1;
  const end = children.at(-1)?.position?.end.line ?? lines.length;
  return lines.slice(start - 1, end).some((line) => line.trim() === "");
}

/** Whether a line is long among those around a block that no blank line parts from it. */
function isAmongLong({ position }: RootContent, lines: readonly string[]): boolean {
  if (!position) return false;
  let start = position.start.line - 1;
  let end = position.end.line;
  while (start > 0 && lines[start - 1]?.trim()) start--;
  while (lines[end]?.trim()) end++;
  return lines.slice(start, end).some(isLong);
}

function partLines(node: RootContent, source: Source): RootContent[] {
  if (node.type === "paragraph") return paragraphsOf(node, source);
  if (node.type !== "list" && node.type !== "blockquote") return [node];
  const [first, tail] = partTail(node, source, () => true);
  const more = tail?.type === "paragraph" ? paragraphsOf(tail, source) : [];
  return first ? [first, ...more] : [node];
}

function paragraphsOf(node: Paragraph, source: Source): RootContent[] {
  const groups: Line[][] = [];
  for (const line of linesOf(node.children, source)) {
    const last = groups.at(-1);
    if (last && !isNewline(line)) last.push(line);
    else groups.push([line]);
  }
  return groups.length > 1 ? groups.map((lines) => paragraphOf(joinLines(lines))) : [node];
}

// A line break within a paragraph (U+2028, a vertical tab) stays one.
function isNewline({ before: [first] }: Line): boolean {
  return first?.type === "break" || (first?.type === "text" && /[\r\n]/u.test(first.value));
}
