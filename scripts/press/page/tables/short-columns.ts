import { bodyWidthsAt, fitColumns, widthsAt } from "./columns.ts";
import { sum } from "./sum.ts";

/** What a table costs: how high it is, and how high the text of its cells is together, CSS px. */
interface Cost {
  height: number;
  text: number;
}

/**
 * Gives the columns of a table widths that make it lower, or its cells shorter: Chromium gives columns room by how long
 * their longest cell is, heads counted in, and beside sentences or long heads breaks whatever can be broken, as dates.
 * @param table
 *   A table that has been laid out and fits.
 */
export function keepShortColumns(table: HTMLTableElement): void {
  if (table.querySelector(":scope > colgroup")) return;
  const widths = widthsAt(table, "max-content");
  const room = table.getClientRects()[0]?.width ?? 0;
  if (sum(widths) <= room) return;
  const columns = document.createElement("colgroup");
  columns.append(...widths.map(() => document.createElement("col")));
  let best: (number | undefined)[] = [];
  let least = costOf(table);
  const line = Number.parseFloat(getComputedStyle(table).lineHeight) || 16;
  const caption = table.querySelector(":scope > caption");
  if (caption) caption.after(columns);
  else table.prepend(columns);
  table.dataset.short = "";
  for (const tried of [shortOnes(widths, room), bodyWidths(table, room)]) {
    setWidths(columns, tried);
    const cost = costOf(table);
    const isLower = cost.height < least.height - 1;
    const isShorter = cost.height < least.height + 1 && cost.text < least.text - line / 2;
    if (isLower || isShorter) [best, least] = [tried, cost];
  }
  if (best.length > 0) {
    setWidths(columns, best);
    return;
  }
  columns.remove();
  delete table.dataset.short;
}

/** Columns of few words as wide as they need be for no line to end; the others have what is left. */
function shortOnes(widths: readonly number[], room: number): (number | undefined)[] {
  return widths.map((width) => (width <= room / widths.length ? width : undefined));
}

/** Columns as wide as what stands below the heads needs, the widest no wider than there is room; heads may be parted. */
function bodyWidths(table: HTMLTableElement, room: number): number[] {
  const least = widthsAt(table, "min-content");
  const body = bodyWidthsAt(table, "max-content");
  return fitColumns(
    least.map((width, index) => Math.max(width, body[index] ?? 0)),
    room,
  );
}

function setWidths(columns: HTMLElement, widths: readonly (number | undefined)[]): void {
  for (const [index, column] of [...columns.children].entries()) {
    const width = widths[index];
    (column as HTMLElement).style.width = width === undefined ? "" : `${Math.ceil(width)}px`;
  }
}

function costOf(table: HTMLTableElement): Cost {
  const rows = [...table.rows].flatMap((row) => [...row.getClientRects()]);
  const range = document.createRange();
  const cells = [...table.rows].flatMap(({ cells }) => [...cells]);
  const texts = cells.map((cell) => {
    range.selectNodeContents(cell);
    return range.getBoundingClientRect().height;
  });
  return { height: sum(rows.map(({ height }) => height)), text: sum(texts) };
}
