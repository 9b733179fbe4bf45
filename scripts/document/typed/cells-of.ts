import type { PhrasingContent, TableCell } from "mdast";
import { extentOf } from "./extent-of.ts";
import type { Source } from "./source.ts";

/**
 * Parts the content of a line at its tabs, or at other gaps.
 * @param content
 *   Content of the line.
 * @param source
 *   Text of the file, for the places of the parts.
 * @param gap
 *   What parts cells.
 * @returns
 *   Cells, without white space at their ends.
 */
export function cellsOf(
  content: readonly PhrasingContent[],
  source: Source,
  gap: RegExp = /\t/u,
): TableCell[] {
  const cells: PhrasingContent[][] = [[]];
  for (const node of content) {
    if (node.type !== "text") cells.at(-1)?.push(node);
    else {
      let at = 0;
      // What parts them is in between.
      for (const [index, part] of node.value.split(new RegExp(`(${gap.source})`, "u")).entries()) {
        if (index % 2 === 1) {
          cells.push([]);
          at += part.length;
          continue;
        }
        const from = at + part.length - part.trimStart().length;
        const value = cells.at(-1)?.length ? part : part.trimStart();
        const start = node.position && source.after(node.position.start, from);
        const end = start && source.after(start, value.length);
        if (value)
          cells.at(-1)?.push({
            ...node,
            value,
            ...(start && { position: { start, end } }),
          } as PhrasingContent);
        at += part.length;
      }
    }
  }
  return cells.map(cellOf);
}

/**
 * Makes a cell.
 * @param children
 *   What it holds.
 */
export function cellOf(children: PhrasingContent[]): TableCell {
  return { type: "tableCell", children, ...extentOf(children) };
}
