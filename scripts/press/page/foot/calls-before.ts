import type { Break, Column } from "../column/column.ts";

/**
 * Lists the calls of notes in the text that a column keeps.
 * @param column
 *   A column that has been laid out.
 * @param place
 *   Where it ends; `undefined` when everything fits.
 */
export function callsBefore(column: Column, place: Break | undefined): Element[] {
  const calls = [...column.content.querySelectorAll("a.noteref[href]")];
  if (!place || calls.length === 0) return calls;
  const row = place.offset === -1 ? place.node : undefined;
  const edge = column.box.getBoundingClientRect().right;
  const range = document.createRange();
  range.selectNodeContents(column.content);
  range.setEnd(place.node, row ? row.childNodes.length : place.offset);
  // Cells are cut each at its own place.
  return calls.filter(
    (call) =>
      range.comparePoint(call, 0) <= 0 &&
      (!call.closest("tr") || call.getBoundingClientRect().left <= edge),
  );
}
