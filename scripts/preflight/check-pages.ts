import { limits } from "../tables/print-limits.ts";
import { type Finding, find } from "./finding.ts";
import { isWhite } from "./ink-measures.ts";
import type { Inspected, Paint } from "./inspected.ts";

/**
 * Looks at how many pages there are, which are blank and which cannot be read.
 * @param inspected
 *   The file.
 * @returns
 *   Findings `content-damaged`, `page-blank` and `pages-not-four`.
 */
export function checkPages({ document, pages }: Inspected): Finding[] {
  const { pagesOfSheet: of } = limits;
  const count = pages.length;
  // A file that says how its sheets are turned is laid out on them already.
  const sheets = document.catalog.getViewerPreferences()?.getDuplex() !== undefined;
  const uneven = count > of && count % of > 0 && !sheets;
  const odd = uneven ? [find("pages-not-four", { count, of })] : [];
  const single = pages.flatMap((page) => {
    if (page.damage !== undefined) return [find("content-damaged", { why: page.damage }, { page })];
    return page.paints.some(shows) ? [] : [find("page-blank", {}, { page })];
  });
  return [...odd, ...single];
}

function shows(paint: Paint): boolean {
  const inks = [paint.fill, paint.stroke].filter((ink) => ink !== undefined);
  return !(inks.length > 0 && inks.every(isWhite));
}
