import { tryBreak } from "../column/try-break.ts";
import { callsBefore } from "./calls-before.ts";
import { countCut } from "./count-cut.ts";
import type { Making } from "./settle.ts";

/**
 * Whether notes that go on from the page before leave one of those called on this page no room to begin, which it would
 * have without them: then they get a page without text.
 * @param making
 *   The page, settled.
 * @param reserve
 *   Height of its foot, CSS px.
 */
export function crowdsOut({ column, foot, most }: Making, reserve: number): boolean {
  if (foot.carried === 0) return false;
  const laid = foot.lay(tryBreak(column, (place) => callsBefore(column, place)));
  if (countCut(laid, reserve) <= laid.notes.length) return false;
  // A page that was asked for begins with what asked for it.
  if (column.content.querySelector("[data-break-before], [data-previous-break-after]"))
    return false;
  const goingOn = laid.notes.slice(0, foot.carried).reduce((sum, { least }) => sum + least, 0);
  return laid.least - goingOn <= most;
}
