import { thousandth } from "../pdf/length.ts";
import { landscape, tolerance } from "./measure.ts";
import type { Box, Cell, LayoutOptions, Size } from "./plan.ts";

/** Places for pages in rows and columns. */
export interface Grid {
  /** The sheet, turned the way that suits the pages. */
  sheet: Size;
  /** Boxes in the order of reading. */
  boxes: Box[];
  /** For the side behind: each box where its leaf's back lies when the sheet is turned about a vertical edge. */
  behind: Box[];
  scale: number;
}

/**
 * As many places of a page's own size as a sheet holds, from its middle.
 * @param options
 *   Page, sheet, direction.
 * @returns
 *   The grid with more places of the two ways to turn the sheet; without any when the page is larger than it.
 */
export function largestGrid(options: LayoutOptions): Grid {
  const upright = gridOf(options, options.sheet, 1);
  const across = gridOf(options, landscape(options.sheet), 1);
  return across.boxes.length > upright.boxes.length ? across : upright;
}

/**
 * Places in a given number of rows and columns, pages scaled down to fit them where they must be.
 * @param options
 *   Page, sheet, direction.
 * @param columns
 *   Pages beside each other.
 * @param rows
 *   Pages above each other.
 */
export function scaledGrid(options: LayoutOptions, columns: number, rows: number): Grid {
  const fit = (sheet: Size) =>
    Math.min(
      1,
      sheet.width / columns / options.page.width,
      sheet.height / rows / options.page.height,
    );
  const across = landscape(options.sheet);
  const sheet = fit(across) > fit(options.sheet) ? across : options.sheet;
  // Rounded down, so that the last column still ends on the sheet.
  const scale = Math.floor(fit(sheet) * 1e5) / 1e5;
  return gridOf(options, sheet, scale, { columns, rows });
}

/**
 * Puts a page into a place.
 * @param box
 *   Place.
 * @param page
 *   Index of the page; absent for a blank.
 * @param scale
 *   Size beside its own.
 */
export function cellIn(box: Box, page: number | undefined, scale: number): Cell {
  return { box, page, x: box.x, y: box.y, scale };
}

function gridOf(
  { page, direction }: LayoutOptions,
  sheet: Size,
  scale: number,
  { columns, rows } = mostOf(page, sheet),
): Grid {
  const size = { width: thousandth(page.width * scale), height: thousandth(page.height * scale) };
  const left = (sheet.width - columns * size.width) / 2;
  const bottom = (sheet.height - rows * size.height) / 2;
  const boxAt = (column: number, row: number): Box => ({
    x: thousandth(left + column * size.width),
    y: thousandth(bottom + (rows - 1 - row) * size.height),
    ...size,
  });
  const places = Array.from({ length: columns * rows }, (_, index) => ({
    column: index % columns,
    row: Math.floor(index / columns),
  }));
  const fromLeft = places.map(({ column, row }) => boxAt(column, row));
  const fromRight = places.map(({ column, row }) => boxAt(columns - 1 - column, row));
  const [boxes, behind] = direction === "rtl" ? [fromRight, fromLeft] : [fromLeft, fromRight];
  return { sheet, boxes, behind, scale };
}

/** As many columns and rows as a sheet holds. */
function mostOf(page: Size, sheet: Size): { columns: number; rows: number } {
  return {
    columns: Math.floor((sheet.width + tolerance) / page.width),
    rows: Math.floor((sheet.height + tolerance) / page.height),
  };
}
