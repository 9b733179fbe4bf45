import type { Paragraph, Root } from "mdast";
import type { Point } from "unist";
import { SKIP, visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import { moreLikeIt } from "../../complaints/more-like-it.ts";
import { sourceLines } from "../../markdown/source-lines.ts";
import { meantBreaks } from "../typed/meant-breaks.ts";
import { type Wrapping, wrappingOf } from "../typed/wrapping.ts";

// A sentence ends, or a line already, or an attribution or a definition follows.
const sentenceEnd = /(?:[.!?…。！？؟।]["'”’»)*_]*|<br\s*\/?>)\s*$/iu;
const dash = /^[\s>]*[—–]/u;

/**
 * Says where Markdown joins lines that look as if they were ended on purpose, as those of an address or a poem: of the first,
 * and how many more there are. One that follows the end of a sentence may be a text written with a sentence to a line.
 * @returns
 *   Transform; `lines-joined`; runs after what keeps or takes lines. A `.txt` file keeps such lines.
 */
export function remarkJoinedLines() {
  return (tree: Root, file: VFile): undefined => {
    if (file.extname === ".txt") return;
    const lines = sourceLines(String(file));
    let wrapping: Wrapping | undefined;
    const joined: Point[] = [];
    visit(tree, "paragraph", (node) => {
      const soft = softBreaks(node);
      if (!node.position || soft.length === 0) return SKIP;
      const { start, end } = node.position;
      const first = start.line;
      const own = lines.slice(first - 1, end.line);
      // What stands before an item is no part of its line; the next is set in as far.
      own[0] = own[0]?.slice(start.column - 1).padStart(own[0].length) ?? "";
      wrapping ??= wrappingOf(lines);
      const meant = meantBreaks(own, first, wrapping);
      const lost = soft.filter((line) => {
        const [above = "", own = ""] = lines.slice(line - 2, line);
        return meant.has(line - first) && !sentenceEnd.test(above) && !dash.test(own);
      });
      joined.push(...lost.map((line) => ({ line, column: 1 })));
      return SKIP;
    });
    const [first, ...others] = joined;
    if (!first) return;
    complain(
      file,
      "lines-joined",
      first,
      `This line goes on in the one above it, as Markdown joins lines${moreLikeIt(others.length)}`,
      "If it is to stay a line, end the one above it with a backslash (\\), or call the file .txt, in which such lines stay.",
    );
  };
}

/** Numbers of the lines that begin behind an end of a line that became a space. */
function softBreaks(paragraph: Paragraph): number[] {
  const found: number[] = [];
  visit(paragraph, "text", ({ value, position }) => {
    if (!position) return;
    const { start, end } = position;
    const parts = sourceLines(value);
    // A line end written as a reference (`&#10;`) is none of the source.
    if (parts.length - 1 !== end.line - start.line) return;
    found.push(...parts.slice(1).map((_, index) => start.line + index + 1));
  });
  return found;
}
