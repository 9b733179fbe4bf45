import type { Spot } from "../../../types.ts";

const measured = "[id], h1, h2, h3, h4, h5, h6, img, .box";

/**
 * Measures where the things stand that links, bookmarks and images need, while a page is laid out.
 * @param root
 *   Where to look.
 * @param page
 *   The page, 0-based.
 * @param sheet
 *   Element as large as the page.
 */
export function measureSpots(root: ParentNode, page: number, sheet: Element): Map<Element, Spot> {
  const origin = sheet.getBoundingClientRect();
  const spots = new Map<Element, Spot>();
  for (const element of root.querySelectorAll(measured)) {
    const { left, top, width, height } = element.getBoundingClientRect();
    spots.set(element, { page, x: left - origin.left, y: top - origin.top, width, height });
  }
  return spots;
}
