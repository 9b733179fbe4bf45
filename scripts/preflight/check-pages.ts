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
export function checkPages({ pages }: Inspected): Finding[] {
  const { pagesOfSheet: of } = limits;
  const count = pages.length;
  const odd = count > of && count % of > 0 ? [find("pages-not-four", { count, of })] : [];
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
