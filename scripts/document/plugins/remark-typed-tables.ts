import type { Paragraph, PhrasingContent, Root, RootContent, Table } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import { sourceLines } from "../../markdown/source-lines.ts";
import { cellOf, cellsOf } from "../typed/cells-of.ts";
import { isIndentedCode } from "../typed/indented-code.ts";
import { joinLines, linesOf } from "../typed/lines.ts";
import { paragraphOf } from "../typed/paragraph-of.ts";
import { type Source, sourceOf } from "../typed/source.ts";
import { isTable } from "../typed/tabbed-rows.ts";

/**
 * Makes tables of lines whose cells are parted by tabs, as word processors and spreadsheets copy them; the first line
 * holds the heads.
 * @returns
 *   Transform; `typed-table`. Runs before what takes an indent off lines: the first cell of a table may be empty.
 */
export function remarkTypedTables() {
  return (tree: Root, file: VFile): void => {
    if (!String(file).includes("\t")) return;
    const source = sourceOf(String(file));
    const lines = sourceLines(String(file));
    for (let index = 0; index < tree.children.length; index++) {
      const [node, next] = tree.children.slice(index, index + 2) as [RootContent, RootContent?];
      const corner = isCornerOf(node, next, source) ? next : undefined;
      const paragraph = corner ?? node;
      if (paragraph.type !== "paragraph" || !paragraph.position) continue;
      const first = node.position?.start.line ?? paragraph.position.start.line;
      const typed = lines.slice(first - 1, paragraph.position.end.line);
      if (!corner && isUnderLine(typed)) {
        const [over, ...rows] = linesOf(paragraph.children, source);
        if (over)
          tree.children.splice(index, 1, paragraphOf(over.children), paragraphOf(joinLines(rows)));
        continue;
      }
      if (!isTable(typed.map((line) => line.split("\t")))) continue;
      const table = tableOf(typed, corner ? node : undefined, paragraph, source);
      if (!table) continue;
      tree.children.splice(index, corner ? 2 : 1, table);
      complain(
        file,
        "typed-table",
        table,
        `Recognised a table of ${typed.length} lines, typed with tabs; the first holds its heads`,
      );
    }
  };
}

/** Whether lines are a table, but for the first, which stands right over it. */
function isUnderLine([over = "", ...typed]: readonly string[]): boolean {
  return !over.includes("\t") && isTable(typed.map((line) => line.split("\t")));
}

/** Whether a node is the first line of a table whose first cell is empty: for Markdown, that is code. */
function isCornerOf(
  node: RootContent,
  next: RootContent | undefined,
  source: Source,
): next is Paragraph {
  if (next?.type !== "paragraph" || !isIndentedCode(node, source)) return false;
  return (
    !node.value.includes("\n") && node.position?.end.line === (next.position?.start.line ?? 0) - 1
  );
}

function tableOf(
  typed: readonly string[],
  corner: RootContent | undefined,
  paragraph: Paragraph,
  source: Source,
): Table | undefined {
  const rows = linesOf(paragraph.children, source).map(({ children }) => children);
  if (corner)
    rows.unshift([{ ...corner, type: "text", value: textOf(corner) }] as PhrasingContent[]);
  if (rows.length !== typed.length) return undefined;
  const start = (corner ?? paragraph).position?.start;
  const end = paragraph.position?.end;
  return {
    type: "table",
    children: rows.map((content, index) => {
      const line = typed[index] as string;
      const cells = cellsOf(content, source);
      // Markdown takes the tabs at the ends of a line away.
      for (const _ of /^\s*/u.exec(line)?.[0].match(/\t/gu) ?? []) cells.unshift(cellOf([]));
      while (cells.length < line.split("\t").length) cells.push(cellOf([]));
      return { type: "tableRow", children: cells };
    }),
    ...(start && end && { position: { start, end } }),
  };
}
