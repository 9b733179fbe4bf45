import { cutLines } from "./cut-lines.ts";
import { cellIn, largestGrid } from "./grid.ts";
import { inWords } from "./measure.ts";
import { MisfitError } from "./misfit.ts";
import type { LayoutOptions, Plan, Side } from "./plan.ts";

/**
 * Lays leaves, two pages back to back, on sheets that are cut apart; each page in its own size.
 * @param options
 *   Pages, sheet, direction.
 * @param leafAt
 *   Which leaf, counted from 0, lies at a place of a sheet.
 * @param sheetsFor
 *   How many sheets so many leaves take where a sheet holds so many.
 * @returns
 *   Front and back of every sheet, without times and advice.
 * @throws {MisfitError}
 *   When the sheet does not hold two pages.
 */
export function leaves(
  options: LayoutOptions,
  leafAt: (sheet: number, place: number, sheets: number) => number,
  sheetsFor: (leaves: number, places: number) => number,
): Omit<Plan, "advice" | "times"> & { places: number } {
  const grid = largestGrid(options);
  if (grid.boxes.length < 2) throw misfit(options);
  const { pages } = options;
  const sheets = sheetsFor(Math.ceil(pages / 2), grid.boxes.length);
  const sides = Array.from({ length: sheets }, (_, sheet) => {
    const side = (face: 0 | 1): Side => {
      const boxes = face === 0 ? grid.boxes : grid.behind;
      const cells = boxes.map((box, place) => {
        const page = 2 * leafAt(sheet, place, sheets) + face;
        return cellIn(box, page < pages ? page : undefined, 1);
      });
      const name = `Sheet ${sheet + 1}, ${face === 0 ? "front" : "back"}`;
      return { name, cells, lines: face === 0 ? cutLines(boxes, grid.sheet) : [], labels: [] };
    };
    return [side(0), side(1)];
  });
  return { sheet: grid.sheet, sides: sides.flat(), duplex: true, places: grid.boxes.length };
}

function misfit({ page, sheet }: LayoutOptions): MisfitError {
  return new MisfitError(
    `a sheet of ${inWords(sheet)} does not hold two pages of ${inWords(page)}`,
    "Choose a larger one with --sheet.",
  );
}
