import { limits } from "../tables/print-limits.ts";
import { overlap, paintsWithin } from "./edges.ts";
import { type Finding, find } from "./finding.ts";
import { isDark, isMixedBlack, isWhite, writeInk } from "./ink-measures.ts";
import type { Inspected, Paint } from "./inspected.ts";

// Points: sizes come rounded.
const tolerance = 0.05;

/**
 * Looks for small text that ink or register would spoil: white on dark, and black mixed of several inks.
 * @param inspected
 *   The file.
 * @returns
 *   Findings `text-reversed-small` and `black-mixed`.
 */
export function checkSmallText({ pages }: Inspected): Finding[] {
  return pages.flatMap((page) => {
    const paints = paintsWithin(page);
    return paints.flatMap((paint, index) => {
      if (paint.kind !== "text" || !paint.fill) return [];
      const { fill, size, box } = paint;
      const place = { page, box, measure: size };
      if (isMixedBlack(fill) && size <= limits.richBlackText)
        return [find("black-mixed", { size, ink: writeInk(fill) }, place)];
      const small = size < limits.reversedText - tolerance;
      if (!small || !isWhite(fill) || !isDarkBelow(paints.slice(0, index), paint)) return [];
      return [find("text-reversed-small", { size, least: limits.reversedText }, place)];
    });
  });
}

/** Whether what was last painted below is dark; of an image nobody knows, so it counts as such. */
function isDarkBelow(before: readonly Paint[], { box }: Paint): boolean {
  const below = before.findLast(
    (paint) => paint.kind !== "text" && overlap(paint.box, box) && covers(paint),
  );
  if (below === undefined) return false;
  return below.kind === "path" ? below.fill !== undefined && isDark(below.fill) : true;
}

function covers(paint: Paint): boolean {
  return paint.kind !== "path" || paint.fill !== undefined;
}
