const separators = /[.,٫٬'’\s]/gu;
// 12,345,678 or 1,23,45,678
const grouped = /^\p{Nd}+$|^\p{Nd}{1,3}(?:[.,٬'’\s]\p{Nd}{2,3})*[.,٬'’\s]\p{Nd}{3}$/u;

/**
 * Finds what parts the fractions of a column's amounts, by the column itself: who writes in a language of decimal commas
 * may live where points are written. Three figures behind the only sign are a thousand, unless others say otherwise.
 * @param column
 *   Figures of each amount, as in `Amount`.
 * @returns
 *   A point or comma; `undefined` where there is no fraction, or the column is no column of amounts.
 */
export function decimalPoint(column: readonly string[]): string | undefined {
  const points = new Set(column.flatMap((figures) => sure(figures) ?? []));
  const [point] = points;
  if (point === undefined || points.size > 1) return undefined;
  const wholes = column.map((figures) => figures.split(point));
  return wholes.every(([whole = "", ...rest]) => rest.length < 2 && grouped.test(whole))
    ? point
    : undefined;
}

/** What must be the point of an amount: it is the last of several signs, or no thousands can begin behind it. */
function sure(figures: string): string | undefined {
  const signs = [...figures.matchAll(separators)];
  const last = signs.at(-1);
  if (!last || !/[.,٫]/u.test(last[0])) return undefined;
  if (last[0] === "٫") return last[0];
  if (signs.length > 1) return signs[0]?.[0] === last[0] ? undefined : last[0];
  const [whole = "", fraction = ""] = figures.split(last[0]);
  const isFraction = fraction.length !== 3 || whole.length > 3 || /^[0٠۰]$/.test(whole);
  return isFraction ? last[0] : undefined;
}
