import { leaves } from "./leaves.ts";
import type { LayoutOptions, Plan } from "./plan.ts";

/**
 * Lays pages so that the printed pile is cut once for all, and the piles laid on each other read on.
 * @param options
 *   Pages, sheet, direction.
 * @returns
 *   Front and back of every sheet; each page once.
 * @throws {MisfitError}
 *   When the sheet does not hold two pages.
 */
export function cutStack(options: LayoutOptions): Plan {
  const { places: _, ...plan } = leaves(
    options,
    (sheet, place, sheets) => place * sheets + sheet,
    (count, places) => Math.ceil(count / places),
  );
  const advice = [
    "Print on both sides at 100 %, turning over on the left edge.",
    "Cut the whole pile at the marks.",
    "Lay the piles on each other: the one with page 1 on top, then from place to place as one reads.",
  ];
  return { ...plan, times: 1, advice };
}
