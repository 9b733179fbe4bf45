import { paintsWithin } from "./edges.ts";
import { type Finding, find } from "./finding.ts";
import { isWhite } from "./ink-measures.ts";
import type { Graphics, Ink, Inspected } from "./inspected.ts";

/**
 * Looks for white that is set to overprint: no ink over another leaves that other.
 * @param inspected
 *   The file.
 * @returns
 *   Findings `overprint-white`.
 */
export function checkOverprint({ pages }: Inspected): Finding[] {
  return pages.flatMap((page) =>
    paintsWithin(page).flatMap(({ kind, box, fill, stroke, graphics }) => {
      if (kind === "image") return [];
      const lost =
        (graphics.fillOverprint && vanishes(fill, graphics)) ||
        (graphics.strokeOverprint && vanishes(stroke, graphics));
      const what = kind === "text" ? "text" : "colour";
      return lost ? [find("overprint-white", { what }, { page, box })] : [];
    }),
  );
}

// ISO 32000-1, 8.6.7: an ink's share of 0 erases that ink below, but for CMYK in mode 1. A grey or an ink
// of its own says nothing of the others; RGB always says something of all.
function vanishes(ink: Ink | undefined, { overprintMode }: Graphics): boolean {
  if (ink === undefined || !isWhite(ink)) return false;
  if (ink.family === "cmyk") return ink.device && overprintMode === 1;
  return ink.family === "spot" || (ink.family === "gray" && ink.device);
}
