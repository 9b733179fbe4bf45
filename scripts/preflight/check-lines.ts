import { limits } from "../tables/print-limits.ts";
import { paintsWithin } from "./edges.ts";
import { type Finding, find } from "./finding.ts";
import { isWhite } from "./ink-measures.ts";
import type { Inspected, InspectedPage, PathPaint } from "./inspected.ts";

// Sizes come rounded to hundredths.
const tolerance = 0.005;

/**
 * Looks for lines too thin to hold, drawn or filled.
 * @param inspected
 *   The file.
 * @returns
 *   Findings `line-thin`.
 */
export function checkLines({ pages }: Inspected): Finding[] {
  return pages.flatMap((page) =>
    paintsWithin(page).flatMap((paint) => {
      if (paint.kind !== "path") return [];
      const width = Math.min(strokeWidth(paint), fillWidth(paint, page));
      if (width >= limits.line - tolerance) return [];
      const place = { page, box: paint.box, measure: width };
      return [find("line-thin", { width, least: limits.line }, place)];
    }),
  );
}

function strokeWidth({ stroke, lineWidth }: PathPaint): number {
  return stroke && !isWhite(stroke) ? lineWidth : Number.POSITIVE_INFINITY;
}

// A rectangle with a thin side is a line. Its stroke, where it has one, makes it wider.
function fillWidth({ fill, stroke, subpaths }: PathPaint, { unit }: InspectedPage): number {
  if (!fill || stroke || isWhite(fill)) return Number.POSITIVE_INFINITY;
  const widths = subpaths
    .filter(({ rectangle }) => rectangle)
    .map(({ box }) => Math.min(box.right - box.left, box.top - box.bottom) * unit);
  return Math.min(...widths);
}
