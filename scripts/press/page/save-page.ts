import type { Fit, Outcome } from "./layouts.ts";

/** How a text is set whose last page would be nearly empty. */
export interface Saving {
  /** Share of a page: one that is filled less is not worth its paper. */
  last: number;
  /** Space between blocks, as shares of what styles say, to be tried in this order. */
  spaces: readonly number[];
}

/**
 * Finds how much less space there has to be between the blocks of a text of which a few lines would stand on the last
 * page alone, to bring them back.
 * @param outcome
 *   What the text comes to in a fit.
 * @param saving
 *   When, and with how much space.
 * @returns
 *   What to lay the text out with; nothing where that saves no page.
 */
export async function savePage(
  outcome: (fit: Fit) => Promise<Outcome>,
  { last, spaces }: Saving,
): Promise<Fit> {
  const usual = await outcome({});
  if (usual.pages === 1 || usual.last > last) return {};
  for (const space of spaces) {
    const fit = { "--fit--space": `${space}` };
    const tight = await outcome(fit);
    const isSaved = tight.pages < usual.pages && tight.broken <= usual.broken;
    // So much may be saved that a few lines stand alone again.
    if (isSaved && (tight.last > last || space === spaces.at(-1))) return fit;
  }
  return {};
}
