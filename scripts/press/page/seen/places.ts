/**
 * Reads the place in the source of what an element holds.
 * @param element
 *   Any element.
 * @returns
 *   `line:column` of the block it is in, else of the first in it; empty where nobody knows.
 */
export function placeOf(element: Element | undefined): string {
  const placed = element?.closest("[data-place]") ?? element?.querySelector("[data-place]");
  return placed?.getAttribute("data-place") ?? "";
}

/**
 * Reads where a link inside the document leads.
 * @param link
 *   An `a` whose address begins with `#`.
 * @returns
 *   The id it names; empty where there is none.
 */
export function targetOf(link: Element | null | undefined): string {
  return decodeURIComponent(link?.getAttribute("href")?.slice(1) ?? "");
}
