import { thousandth } from "../pdf/length.ts";
import { landscape } from "./measure.ts";
import { MisfitError } from "./misfit.ts";
import type { Box, Cell, Label, LayoutOptions, Plan, Side, Size } from "./plan.ts";
import { keySide, type Part } from "./tile-key.ts";
import { tileLines } from "./tile-lines.ts";

// Lengths are whole points, so that parts meet on the pixels of a raster as they do on paper.
/** What a printer leaves white round the sheet, and where the marks stand; a centimetre. */
const margin = 28;
const nameHeight = 9;
/** Names of the neighbours, beside the strips they are glued over. */
const small = 6;
/** Most sheets a poster is taken apart into; beyond, somebody meant another unit. */
const mostSheets = 100;
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** How a large sheet is taken apart. */
interface Cut {
  sheet: Size;
  columns: number;
  rows: number;
  /** Largest part. */
  part: Size;
}

/**
 * Takes each page, a poster, apart over as few sheets as hold it: one after the other they follow a key of how they
 * join. Parts are named by row and column, `A1` at the top left.
 * @param options
 *   Pages, sheet, overlap.
 * @returns
 *   One side a sheet.
 * @throws {MisfitError}
 *   When the overlap leaves nothing of the sheet, or the sheet is too small by far.
 */
export function tiles(options: LayoutOptions): Plan {
  const overlap = Math.ceil(options.overlap);
  const cuts = [options.sheet, landscape(options.sheet)].map((sheet) =>
    cutFor(sheet, options.page, overlap),
  );
  const [cut] = cuts.sort((a, b) => a.columns * a.rows - b.columns * b.rows);
  if (!cut || !(cut.columns * cut.rows <= mostSheets && cut.rows <= letters.length))
    throw new MisfitError(
      `the poster would take more than ${mostSheets} sheets`,
      "Choose a larger sheet with --sheet, or a smaller --overlap.",
    );
  const sides = Array.from({ length: options.pages }, (_, page) => {
    const parts = partsOf(cut, options.page, overlap);
    const key = keySide(page, parts, cut.sheet, options.page);
    return [key, ...parts.map((part) => partSide(page, part, cut, overlap))];
  });
  const advice = [
    "Print on one side at 100 %; the first sheet is the key.",
    "Cut each sheet along the solid marks; leave the strips with dashed marks on.",
    "Glue each part over its neighbour's strip, row by row, then the rows.",
  ];
  return { sheet: cut.sheet, sides: sides.flat(), duplex: false, times: "parts", advice };
}

function cutFor(sheet: Size, page: Size, overlap: number): Cut {
  const count = (whole: number, side: number) => {
    const room = side - 2 * margin;
    if (whole <= room) return 1;
    return overlap < room
      ? Math.ceil((whole - overlap) / (room - overlap))
      : Number.POSITIVE_INFINITY;
  };
  const columns = count(page.width, sheet.width);
  const rows = count(page.height, sheet.height);
  const share = (whole: number, parts: number) =>
    Math.ceil((whole + (parts - 1) * overlap) / parts);
  const part = { width: share(page.width, columns), height: share(page.height, rows) };
  return { sheet, columns, rows, part };
}

function partsOf({ columns, rows, part }: Cut, page: Size, overlap: number): Part[] {
  return Array.from({ length: columns * rows }, (_, index) => {
    const column = index % columns;
    const row = Math.floor(index / columns);
    const x = column * (part.width - overlap);
    const top = page.height - row * (part.height - overlap);
    const width = thousandth(Math.min(part.width, page.width - x));
    const height = thousandth(Math.min(part.height, top));
    const box = { x, y: thousandth(top - height), width, height };
    return { name: nameOf(column, row), column, row, box };
  });
}

function nameOf(column: number, row: number): string {
  return `${letters[row]}${column + 1}`;
}

function partSide(page: number, part: Part, cut: Cut, overlap: number): Side {
  const { sheet, columns, rows } = cut;
  // From the top left corner, so that strips to be glued lie towards the middle of the sheet.
  const box: Box = {
    x: margin,
    y: thousandth(sheet.height - margin - part.box.height),
    width: part.box.width,
    height: part.box.height,
  };
  const cell: Cell = {
    box,
    page,
    x: thousandth(box.x - part.box.x),
    y: thousandth(box.y - part.box.y),
    scale: 1,
    name: part.name,
  };
  const joins = {
    left: part.column > 0,
    right: part.column < columns - 1,
    up: part.row > 0,
    down: part.row < rows - 1,
  };
  const labels: Label[] = [
    { text: part.name, x: box.x + 40, y: box.y - margin / 2, height: nameHeight },
  ];
  const right = nameOf(part.column + 1, part.row);
  const below = nameOf(part.column, part.row + 1);
  if (joins.right)
    labels.push({
      text: right,
      x: box.x + box.width + 12,
      y: box.y + box.height / 2,
      height: small,
    });
  if (joins.down)
    labels.push({ text: below, x: box.x + box.width / 2, y: box.y - 12, height: small });
  return { name: part.name, cells: [cell], lines: tileLines(box, joins, overlap), labels };
}
