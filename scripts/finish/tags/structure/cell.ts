import type { Made } from "./special-elements.ts";

/**
 * Says how far a cell of a table reaches, and what a head is over (ISO 32000-1, table 349).
 * @param made
 *   `TH` or `TD`; changed in place.
 */
export function makeCell({ structure, element }: Made): void {
  const table: Record<string, string | number> = {};
  const { colspan, rowspan, scope } = element.attributes;
  if (structure.type === "TH") table.Scope = scope?.startsWith("row") ? "Row" : "Column";
  if (Number(colspan) > 1) table.ColSpan = Number(colspan);
  if (Number(rowspan) > 1) table.RowSpan = Number(rowspan);
  if (Object.keys(table).length > 0) structure.attributes = { Table: table };
}
