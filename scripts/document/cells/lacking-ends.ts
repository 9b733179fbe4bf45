import { decimalPoint } from "./decimal-point.ts";
import { readAmount } from "./read-amount.ts";

/**
 * Says what the amounts of a column lack behind their units: with it all would end alike, and points stand under points.
 * @param texts
 *   What each cell says: an amount, or that there is none.
 * @param withUnits
 *   Whether signs behind the figures are looked at too: set from the right they stand at the other side.
 * @returns
 *   For each cell the end of the longest that it lacks; empty where it lacks nothing, and where cells say nothing.
 */
export function lackingEnds(texts: readonly string[], withUnits: boolean): string[] {
  const amounts = texts.map(readAmount);
  const point = decimalPoint(amounts.flatMap((amount) => amount?.figures ?? []));
  const fractions = amounts.map((amount) => fractionOf(amount?.figures ?? "", point));
  const longest = fractions.reduce((one, other) => (other.length > one.length ? other : one), "");
  const units = new Set(amounts.flatMap((amount) => amount?.unit || []));
  const [unit = ""] = units;
  const isMixed = amounts.some((amount) => amount && amount.unit !== unit);
  if (units.size > 1 || (isMixed && !withUnits)) return texts.map(() => "");
  return texts.map((text, index) => {
    if (text === "") return "";
    const lacksUnit = isMixed && amounts[index]?.unit !== unit;
    return longest.slice(fractions[index]?.length) + (lacksUnit ? unit : "");
  });
}

/** The fraction of an amount, its point included. */
function fractionOf(figures: string, point: string | undefined): string {
  const at = point === undefined ? -1 : figures.indexOf(point);
  return at < 0 ? "" : figures.slice(at);
}
