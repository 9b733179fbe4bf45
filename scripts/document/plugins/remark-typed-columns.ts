import type { Paragraph, Root, Table } from "mdast";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import { sourceLines } from "../../markdown/source-lines.ts";
import { cellsOf } from "../typed/cells-of.ts";
import { linesOf } from "../typed/lines.ts";
import { type Source, sourceOf } from "../typed/source.ts";
import { columnGap, isSpacedTable } from "../typed/spaced-rows.ts";

/**
 * Makes tables of lines whose columns were typed with spaces; the first line holds the heads.
 * @returns
 *   Transform; `typed-table`. Runs after what takes an indent off lines.
 */
export function remarkTypedColumns() {
  return (tree: Root, file: VFile): void => {
    const lines = sourceLines(String(file));
    const source = sourceOf(String(file));
    for (const [index, node] of tree.children.entries()) {
      if (node.type !== "paragraph" || !node.position) continue;
      const { start, end } = node.position;
      const typed = lines.slice(start.line - 1, end.line);
      const table = isSpacedTable(typed) && tableOf(node, source);
      if (!table) continue;
      tree.children[index] = table;
      const what = `a table of ${typed.length} lines, typed with spaces; the first holds its heads`;
      complain(file, "typed-table", table, `Recognised ${what}`);
    }
  };
}

function tableOf({ children, position }: Paragraph, source: Source): Table | undefined {
  const rows = linesOf(children, source).map((line) => cellsOf(line.children, source, columnGap));
  if (rows.some((row) => row.length !== rows[0]?.length)) return undefined;
  return {
    type: "table",
    children: rows.map((row) => ({ type: "tableRow", children: row })),
    ...(position && { position }),
  };
}
