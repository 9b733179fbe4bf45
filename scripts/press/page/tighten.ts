/**
 * Marks tables that are wider than their column, so that the styles let their words be divided; `anywhere` where
 * hyphens are not enough.
 * @param content
 *   Text as laid out.
 */
export function tightenTables(content: Element): void {
  for (const table of content.querySelectorAll<HTMLElement>("table:not([data-tight])")) {
    const probe = document.createElement("div");
    table.before(probe);
    const width = probe.offsetWidth;
    probe.remove();
    for (const tight of ["", "anywhere"]) {
      if (table.offsetWidth <= width + 1) break;
      table.dataset.tight = tight;
    }
  }
}

/**
 * Takes the marks of `tightenTables` away, for text that is laid out anew in another size.
 * @param content
 *   Text.
 */
export function loosenTables(content: Element): void {
  for (const table of content.querySelectorAll<HTMLElement>("table[data-tight]"))
    delete table.dataset.tight;
}
