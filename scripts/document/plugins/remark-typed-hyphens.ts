import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import { moreLikeIt } from "../../complaints/more-like-it.ts";
import { sourceLines } from "../../markdown/source-lines.ts";

const end = /(?<![\p{L}\p{N}-])(?<start>\p{L}{2,})[-\u2010]\s*$/u;
const start = /^[\s>]*(?<rest>\p{Ll}[\p{L}\p{M}]*)/u;
// “two- and three-year leases”, “Kinder- und Jugendhilfe”.
const conjunction = /^(?:and|or|to|und|oder|bis|y|o|e|et|ou|en|of|och|og)$/u;

/**
 * Says where a word is parted at the end of a line, as words in a PDF are: whether its hyphen belongs to it, only a
 * reader can tell, and it prints with a space behind.
 * @returns
 *   Transform; `typed-hyphen`.
 */
export function remarkTypedHyphens() {
  return (tree: Root, file: VFile): void => {
    const lines = sourceLines(String(file));
    const found: Array<{ line: number; one: string; other: string }> = [];
    visit(tree, "paragraph", ({ position }) => {
      const { line: first = 1 } = position?.start ?? {};
      for (let line = first; line < (position?.end.line ?? first); line++) {
        const one = end.exec(lines[line - 1] ?? "")?.groups?.start;
        const other = start.exec(lines[line] ?? "")?.groups?.rest;
        if (one && other && !conjunction.test(other)) found.push({ line, one, other });
      }
    });
    const [first] = found;
    if (!first) return;
    const { line, one, other } = first;
    const more = moreLikeIt(found.length - 1);
    const column = (lines[line - 1] ?? "").trimEnd().length - one.length;
    complain(
      file,
      "typed-hyphen",
      { line, column },
      `“${one}-” at the end of a line and “${other}” below it print as “${one}- ${other}”${more}`,
      `Write the word whole: ${one}${other}, or ${one}-${other} if it has a hyphen anywhere.`,
    );
  };
}
