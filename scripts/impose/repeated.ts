import { leaves } from "./leaves.ts";
import type { LayoutOptions, Plan } from "./plan.ts";

/**
 * Fills every sheet with one leaf, so that the printed pile, cut, is as many whole copies as a sheet has places.
 * @param options
 *   Pages, sheet, direction.
 * @returns
 *   Front and back of every sheet; each page as often as a sheet has places.
 * @throws {MisfitError}
 *   When the sheet does not hold two pages.
 */
export function repeated(options: LayoutOptions): Plan {
  const { places, ...plan } = leaves(
    options,
    (sheet) => sheet,
    (count) => count,
  );
  // A single page has no back.
  const duplex = options.pages > 1;
  const sides = duplex ? plan.sides : plan.sides.slice(0, 1);
  const advice = [
    duplex
      ? "Print on both sides at 100 %, turning over on the left edge."
      : "Print on one side at 100 %.",
    `Cut the pile at the marks: each of the ${places} piles is a whole copy.`,
  ];
  return { ...plan, sides, duplex, times: places, advice };
}
