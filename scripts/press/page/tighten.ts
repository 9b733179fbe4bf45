/**
 * Marks tables that are wider than their column, so that the styles let their words be broken.
 * @param content
 *   Text as laid out.
 */
export function tightenTables(content: Element): void {
  for (const table of content.querySelectorAll<HTMLElement>("table:not([data-tight])")) {
    const probe = document.createElement("div");
    table.before(probe);
    const width = probe.offsetWidth;
    probe.remove();
    if (table.offsetWidth > width + 1) table.dataset.tight = "";
  }
}
