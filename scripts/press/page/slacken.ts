// What a table keeps together may leave a hole as high as itself; from this share of a page on the hole is worse.
const most = 0.5;

/**
 * Lets pages part what tables ask to keep together, a row or two of them beside each other, where it is higher than
 * half a page: the text before would be torn apart to stay with it.
 * @param content
 *   Text as laid out.
 * @param height
 *   Height of a page's column, CSS px.
 */
export function slackenTables(content: Element, height: number): void {
  const tooHigh = (rows: readonly HTMLElement[]) =>
    rows.reduce((sum, row) => sum + heightOf(row), 0) > height * most;
  for (const table of content.querySelectorAll<HTMLTableElement>("table")) {
    if (!tooHigh([table])) continue;
    const rows = [...table.rows].filter((row) => row.parentElement?.tagName !== "THEAD");
    for (const row of rows.filter((row) => tooHigh([row]))) row.style.breakInside = "auto";
    for (const pair of [rows.slice(0, 2), rows.slice(-2)])
      if (pair[0] && tooHigh(pair)) pair[0].style.breakAfter = "auto";
  }
}

/** Height of all parts of an element that stands in several columns. */
function heightOf(element: Element): number {
  return [...element.getClientRects()].reduce((sum, { height }) => sum + height, 0);
}
