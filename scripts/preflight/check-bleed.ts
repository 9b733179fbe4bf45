import type { Rectangle } from "../pdf/matrix.ts";
import { limits } from "../tables/print-limits.ts";
import { distances, overlap } from "./edges.ts";
import { type Finding, find } from "./finding.ts";
import { isWhite } from "./ink-measures.ts";
import type { Inspected, InspectedPage, Paint } from "./inspected.ts";

// Points: a mark of the press is no thicker than half a point and no longer than 10 mm.
const finest = 0.5;
const longest = 28.5;

/**
 * Looks for colour and pictures that reach the trim, but not far enough beyond it.
 * @param inspected
 *   The file.
 * @returns
 *   Findings `bleed-short`.
 */
export function checkBleed({ pages }: Inspected): Finding[] {
  return pages.flatMap((page) => page.paints.flatMap((paint) => checkPaint(paint, page)));
}

function checkPaint(paint: Paint, page: InspectedPage): Finding[] {
  const { box } = paint;
  if (paint.kind === "text" || !overlap(box, page.boxes.trim)) return [];
  const inks = [paint.fill, paint.stroke].filter((ink) => ink !== undefined);
  if (inks.length > 0 && inks.every(isWhite)) return [];
  if (isMark(box, page)) return [];
  const { bleed: least, roundingOfSizes } = limits;
  // Less than the rounding over an edge is a drawing that ends there.
  const short = distances(box, page)
    .filter(({ inside }) => inside < roundingOfSizes)
    .filter(({ inside }) => -inside < least - roundingOfSizes);
  const [worst] = short.sort((a, b) => b.inside - a.inside);
  if (worst === undefined) return [];
  const bleed = Math.max(0, -worst.inside);
  return [find("bleed-short", { edge: worst.edge, bleed, least }, { page, box, measure: bleed })];
}

// Where to fold or cut: a short fine line at the edge.
function isMark({ left, right, bottom, top }: Rectangle, { unit }: InspectedPage): boolean {
  const sides = [(right - left) * unit, (top - bottom) * unit];
  return Math.min(...sides) <= finest && Math.max(...sides) <= longest;
}
