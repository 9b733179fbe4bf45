import { limits } from "../tables/print-limits.ts";
import { distances, overlap } from "./edges.ts";
import { type Finding, find } from "./finding.ts";
import type { Inspected, InspectedPage, TextPaint } from "./inspected.ts";

/**
 * Looks for text that the cut may reach. What stands wholly beyond the trim is a mark for the press.
 * @param inspected
 *   The file.
 * @returns
 *   Findings `text-cut` and `text-near-trim`.
 */
export function checkMargins({ pages }: Inspected): Finding[] {
  return pages.flatMap((page) =>
    page.paints.flatMap((paint) => (paint.kind === "text" ? checkText(paint, page) : [])),
  );
}

function checkText({ box }: TextPaint, page: InspectedPage): Finding[] {
  if (!overlap(box, page.boxes.trim)) return [];
  const [nearest] = distances(box, page).sort((a, b) => a.inside - b.inside);
  if (nearest === undefined || nearest.inside > limits.textToTrim - limits.roundingOfSizes)
    return [];
  const { edge, inside } = nearest;
  const place = { page, box, measure: inside };
  const values = { edge, least: limits.textToTrim };
  return inside < -limits.roundingOfSizes
    ? [find("text-cut", { ...values, distance: -inside }, place)]
    : [find("text-near-trim", { ...values, distance: Math.max(inside, 0) }, place)];
}
