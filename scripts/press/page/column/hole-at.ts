import type { Break, Column } from "./column.ts";

/**
 * Measures what a column would leave empty.
 * @param place
 *   Where it would end.
 * @param column
 *   A column that has been laid out.
 * @returns
 *   Share of its height.
 */
export function holeAt({ node, offset }: Break, { box, content }: Column): number {
  const range = document.createRange();
  range.setStart(content, 0);
  range.setEnd(node, Math.max(offset, 0));
  const bottoms = [...range.getClientRects()].map(({ bottom }) => bottom);
  return (box.getBoundingClientRect().bottom - Math.max(...bottoms)) / box.clientHeight;
}
