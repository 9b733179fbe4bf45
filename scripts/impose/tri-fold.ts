import { thousandth } from "../pdf/length.ts";
import { gather } from "./gather.ts";
import { inWords, landscape, tolerance } from "./measure.ts";
import { MisfitError } from "./misfit.ts";
import type { Cell, LayoutOptions, Line, Plan, Side } from "./plan.ts";

const panels = 6;
const tick = 12;
/** Points that the panel folded in may be narrower by: enough for its edge not to buckle, no more than margins spare. */
const narrower = { least: 2, most: 12 };

/**
 * Lays six panels on a sheet that is folded twice. Unfolded, one side reads 2, 3, 4; the other 5, 6 and, outermost, 1,
 * the cover. Panel 4, with 5 behind it, is folded in first and narrower: its page loses as much of both margins.
 * @param options
 *   Pages, sheet, direction.
 * @returns
 *   Two sides, each upright when turned about the short edge.
 * @throws {MisfitError}
 *   When there are more than six pages, or three do not fill the sheet.
 */
export function triFold(options: LayoutOptions): Plan {
  const sheet = landscape(options.sheet);
  const { width, height } = options.page;
  const flap = thousandth(sheet.width - 2 * width);
  const spare = width - flap;
  if (
    options.pages > panels ||
    spare < narrower.least ||
    spare > narrower.most ||
    Math.abs(height - sheet.height) > tolerance
  )
    throw new MisfitError(
      `${options.pages} panels of ${inWords(options.page)} are no leaflet on a sheet of ${inWords(sheet)}`,
      "Leave out --sheet, or choose the one of the text's paper.",
    );
  const [cover, first, second, inner, outer, back] = gather(
    options.pages,
    panels,
    options.backCover,
  );
  const outside = sideOf(options, "Outside", [outer, back, cover], [flap, width, width]);
  const inside = sideOf(options, "Inside", [first, second, inner], [width, width, flap]);
  const folds = outside.cells.slice(1).flatMap(({ box }) => foldsAt(box.x, sheet.height));
  const advice = [
    "Print on both sides at 100 %, turning over on the short edge.",
    "Fold the narrow panel in at its marks, then the cover over it.",
  ];
  const sides = [{ ...outside, lines: folds }, inside];
  return { sheet, sides, duplex: true, times: 1, advice };
}

/** One side, its panels from left to right. */
function sideOf(
  { page: { width, height }, direction }: LayoutOptions,
  name: string,
  pages: Array<number | undefined>,
  widths: number[],
): Side {
  const turn = <T>(list: T[]) => (direction === "rtl" ? list.toReversed() : list);
  const wide = turn(widths);
  let left = 0;
  const cells = turn(pages).map((page, index): Cell => {
    const own = wide[index] ?? 0;
    const box = { x: thousandth(left), y: 0, width: own, height };
    left += own;
    return { box, page, x: thousandth(box.x - (width - own) / 2), y: 0, scale: 1 };
  });
  return { name, cells, lines: [], labels: [] };
}

function foldsAt(x: number, height: number): Line[] {
  return [
    { kind: "fold", from: [x, 0], to: [x, tick] },
    { kind: "fold", from: [x, thousandth(height - tick)], to: [x, height] },
  ];
}
