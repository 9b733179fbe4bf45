import { limits } from "../tables/print-limits.ts";
import { paintsWithin } from "./edges.ts";
import { type Finding, find } from "./finding.ts";
import type { ImagePaint, Inspected } from "./inspected.ts";

// Strips and dots that stand for a tint or gradient have no detail to lose.
const fewPixels = 2;

/**
 * Looks for images with too few pixels for their size.
 * @param inspected
 *   The file.
 * @returns
 *   Findings `image-coarse` and `image-soft`.
 */
export function checkImages({ pages }: Inspected): Finding[] {
  return pages.flatMap((page) =>
    paintsWithin(page).flatMap((paint) => {
      if (paint.kind !== "image") return [];
      if (Math.min(paint.width, paint.height) <= fewPixels) return [];
      const dpi = Math.floor(paint.resolution);
      const place = { page, box: paint.box, measure: dpi };
      const [worst, least] = limitsOf(paint);
      if (dpi < worst) return [find("image-coarse", { dpi, least: worst }, place)];
      return dpi < least ? [find("image-soft", { dpi, least }, place)] : [];
    }),
  );
}

function limitsOf({ depth }: ImagePaint): readonly [worst: number, least: number] {
  // A scan of black and white alone may be as coarse as a photograph before its letters are lost.
  return depth === 1 ? [limits.image, limits.lineArt] : [limits.imageWorst, limits.image];
}
