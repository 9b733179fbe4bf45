import type { Paragraph, Root, RootContent, Table, TableCell, TableRow } from "mdast";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import { sourceLines } from "../../markdown/source-lines.ts";
import { cellsOf } from "../typed/cells-of.ts";
import { sourceOf } from "../typed/source.ts";

/**
 * Makes a table to be filled in by hand, such as for signatures, of a line with tabs and the lines drawn with as many
 * tabs below it, which Markdown takes for rules, or lines of nothing but tabs.
 * @returns
 *   Transform; `typed-table`.
 */
export function remarkTypedForms() {
  return (tree: Root, file: VFile): void => {
    if (!/_\t+_|^\t+$/mu.test(String(file))) return;
    const source = sourceOf(String(file));
    const lines = sourceLines(String(file));
    for (let index = 0; index < tree.children.length; index++) {
      const heads = tree.children[index] as RootContent;
      const { start, end } = heads.position ?? {};
      if (heads.type !== "paragraph" || !start || start.line !== end?.line) continue;
      const tabs = tabsIn(lines[start.line - 1]);
      const drawn = drawnBelow(heads, tree.children.slice(index + 1), lines, tabs);
      const count = drawn.length || blankBelow(lines.slice(end.line), tabs);
      if (tabs === 0 || count === 0) continue;
      const blank = Array.from({ length: count }, () => emptyCells(tabs + 1));
      const rows = [cellsOf(heads.children, source), ...blank];
      const last = drawn.at(-1)?.position?.end ?? end;
      const table: Table = {
        type: "table",
        children: rows.map((children): TableRow => ({ type: "tableRow", children })),
        position: { start, end: last },
      };
      tree.children.splice(index, 1 + drawn.length, table);
      const what = `${count} lines to be filled in under the heads of a table, typed with tabs`;
      complain(file, "typed-table", table, `Recognised ${what}`);
    }
  };
}

/** The rules right under a line that were drawn with as many tabs as it has. */
function drawnBelow(
  { position }: Paragraph,
  below: readonly RootContent[],
  lines: readonly string[],
  tabs: number,
): RootContent[] {
  const next = (position?.end.line ?? 0) + 1;
  const end = below.findIndex((node, index) => {
    const line = lines[next + index - 1] ?? "";
    const isRow = node.type === "thematicBreak" && node.position?.start.line === next + index;
    return !isRow || !/^[_\t ]+$/u.test(line) || tabsIn(line) !== tabs;
  });
  return below.slice(0, end < 0 ? undefined : end);
}

/** How many lines right below, two at least, are nothing but as many tabs: the empty rows of a table in a word processor. */
function blankBelow(below: readonly string[], tabs: number): number {
  const end = below.findIndex((line) => !/^\t+$/u.test(line) || line.length !== tabs);
  const count = end < 0 ? below.length : end;
  return count > 1 ? count : 0;
}

function tabsIn(line = ""): number {
  return line.trim().split("\t").length - 1;
}

function emptyCells(count: number): TableCell[] {
  return Array.from({ length: count }, () => ({ type: "tableCell", children: [] }));
}
