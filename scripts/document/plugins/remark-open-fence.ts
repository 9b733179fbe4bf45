import type { Code, Root } from "mdast";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import { sourceLines } from "../../markdown/source-lines.ts";

const fence = /^\s*(`{3,}|~{3,})/u;

/**
 * Says where a line of `~` or backticks right under text makes code of all that follows, since no other ends it: typewritten
 * headings are underlined so.
 * @returns
 *   Transform; `markdown-typed`.
 */
export function remarkOpenFence() {
  return (tree: Root, file: VFile): void => {
    const lines = sourceLines(String(file));
    for (const node of tree.children) {
      if (node.type !== "code" || !isOpen(node, lines)) continue;
      const line = node.position?.start.line ?? 1;
      const drawn = (lines[line - 1] ?? "").trim();
      complain(
        file,
        "markdown-typed",
        node,
        `The line ${drawn} makes code of all that is below it, since no line like it ends the code`,
        "Underline a heading with hyphens, or take the line out.",
      );
    }
  };
}

function isOpen({ position, value }: Code, lines: readonly string[]): boolean {
  const { start, end } = position ?? {};
  if (!start || !end) return false;
  const [, sign = ""] = fence.exec(lines[start.line - 1] ?? "") ?? [];
  const isUnderText = (lines[start.line - 2] ?? "").trim() !== "";
  const last = (lines[end.line - 1] ?? "").trim();
  const isClosed = end.line > start.line && last.startsWith(sign) && /^(`+|~+)$/u.test(last);
  return sign !== "" && value !== "" && isUnderText && !isClosed;
}
