import { cellIn, scaledGrid } from "./grid.ts";
import type { LayoutOptions, Plan, Side } from "./plan.ts";

/**
 * Lays several pages on a side in the order of reading, smaller where they must be.
 * @param options
 *   Pages, sheet, direction.
 * @param columns
 *   Pages beside each other, the sheet being turned the way that leaves them larger.
 * @param rows
 *   Pages above each other.
 */
export function nUp(options: LayoutOptions, columns: number, rows: number): Plan {
  const { sheet, boxes, scale } = scaledGrid(options, columns, rows);
  const count = Math.ceil(options.pages / boxes.length);
  const sides = Array.from({ length: count }, (_, index): Side => {
    const cells = boxes.map((box, place) => {
      const page = index * boxes.length + place;
      return cellIn(box, page < options.pages ? page : undefined, scale);
    });
    const face = index % 2 === 0 ? "front" : "back";
    return { name: `Sheet ${Math.floor(index / 2) + 1}, ${face}`, cells, lines: [], labels: [] };
  });
  const advice = ["Print at 100 %, on both sides if you like, turning over on the left edge."];
  return { sheet, sides, duplex: count > 1, times: 1, advice };
}
