import type { PageFont } from "../pdf/font.ts";
import { type Finding, find } from "./finding.ts";
import type { Inspected } from "./inspected.ts";

/**
 * Looks for fonts that the file doesn't hold, or holds as drawings.
 * @param inspected
 *   The file.
 * @returns
 *   Findings `font-missing` and `font-drawn`, one a font, where it is first used.
 */
export function checkFonts({ pages }: Inspected): Finding[] {
  const seen = new Set<PageFont | undefined>([undefined]);
  return pages.flatMap((page) =>
    page.paints.flatMap((paint) => {
      if (paint.kind !== "text" || seen.has(paint.font)) return [];
      seen.add(paint.font);
      const name = paint.font?.name ? `“${paint.font.name}”` : "without a name";
      const place = { page, box: paint.box };
      if (paint.font?.program === "Type3") return [find("font-drawn", { name }, place)];
      return paint.font?.program === undefined ? [find("font-missing", { name }, place)] : [];
    }),
  );
}
