import { wholeHeight } from "../seen/whole-height.ts";
import type { Break, Column } from "./column.ts";
import { holeAt } from "./hole-at.ts";
import { layOutAnew } from "./lay-out-anew.ts";
import { tryBreak } from "./try-break.ts";

// A table no higher than this share of a page is seen at a glance, and worth a hole of the other share.
const high = 0.4;
const hole = 0.25;

/**
 * Lets a low table begin the next page where it would be cut between rows, if it leaves no large hole.
 * @param column
 *   A column that has been laid out, as high as the notes of its text leave it.
 * @returns
 *   Whether it does; less text may then call notes.
 */
export function keepTable(column: Column): boolean {
  const table = tryBreak(column, tableAt);
  if (!table || "continued" in table.dataset || table.style.breakInside) return false;
  if (wholeHeight(table) > column.box.clientHeight * high) return false;
  if (table.querySelector("tr[data-cuttable]")) return false;
  table.style.breakInside = "avoid";
  layOutAnew(column.content);
  const isBetter = tryBreak(
    column,
    (place) => place && isAhead(place, column) && holeAt(place, column) <= hole,
  );
  if (isBetter) return true;
  table.style.breakInside = "";
  layOutAnew(column.content);
  return false;
}

/** The table of which a place is between rows. */
function tableAt(place: Break | undefined): HTMLTableElement | undefined {
  const { node, offset } = place ?? {};
  if (!(node instanceof HTMLTableSectionElement) || offset === -1) return undefined;
  return node.closest("table") ?? undefined;
}

/** Whether anything stands before a place. */
function isAhead({ node, offset }: Break, { content }: Column): boolean {
  return node !== content || offset > 0;
}
