import type { Fit, Outcome } from "./layouts.ts";

// Of more pages than this, a sheet is a quarter at most, and to lay them out once more takes as long as to begin with.
const most = 9;

/**
 * Lets a short text begin on the back of its title page, which else is left blank, where that saves a sheet.
 * @param outcome
 *   What the text comes to in a fit.
 * @param fit
 *   What it is laid out with.
 * @param fold
 *   Pages that a folded sheet has.
 * @returns
 *   What to lay it out with.
 */
export async function saveSheet(
  outcome: (fit: Fit) => Promise<Outcome>,
  fit: Fit,
  fold: number,
): Promise<Fit> {
  const usual = await outcome(fit);
  if (usual.pages === 1 || usual.pages > most || usual.pages % fold !== 1) return fit;
  const behind = { ...fit, "--fit--opening": "page" };
  const { pages, broken } = await outcome(behind);
  return pages < usual.pages && broken <= usual.broken ? behind : fit;
}
