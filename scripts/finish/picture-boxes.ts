import type { PDFPage } from "@cantoo/pdf-lib";
import type { Rectangle } from "../pdf/matrix.ts";
import type { Logical } from "../types.ts";
import { rectangleOf } from "./tags/places.ts";

/**
 * Where pictures stand, points.
 * @param pages
 *   All pages; their boxes are set.
 * @param logical
 *   What the press saw on them.
 * @returns
 *   A list a page.
 */
export function pictureBoxes(pages: readonly PDFPage[], { pictures }: Logical): Rectangle[][] {
  const seen = pictures.filter(({ width, height }) => width > 0 && height > 0);
  return pages.map((_, index) =>
    seen.filter(({ page }) => page === index).map((spot) => rectangleOf(spot, pages)),
  );
}
