import type { Fit, Outcome } from "./layouts.ts";

/** How a text is set whose last page would be nearly empty. */
export interface Saving {
  /** Share of a page: one that is filled less is not worth its paper. */
  last: number;
  /** Space between blocks, as shares of what styles say, to be tried in this order. */
  spaces: readonly number[];
}

/** Shares of their size that pictures may have where less space alone saves nothing, in this order. */
const pictures = [0.9, 0.8];

/**
 * Finds how much less space there has to be between the blocks of a text of which a few lines would stand on the last
 * page alone, to bring them back; where that is not enough, how much smaller its pictures have to be.
 * @param outcome
 *   What the text comes to in a fit.
 * @param saving
 *   When, and with how much space.
 * @param isPictured
 *   Whether the text has pictures.
 * @returns
 *   What to lay the text out with; nothing where that saves no page.
 */
export async function savePage(
  outcome: (fit: Fit) => Promise<Outcome>,
  { last, spaces }: Saving,
  isPictured: boolean,
): Promise<Fit> {
  const usual = await outcome({});
  if (usual.pages === 1 || usual.last > last) return {};
  const firstSaving = async (fits: readonly Fit[]) => {
    for (const fit of fits) {
      const tight = await outcome(fit);
      const isSaved = tight.pages < usual.pages && tight.broken <= usual.broken;
      // So much may be saved that a few lines stand alone again.
      if (isSaved && (tight.last > last || fit === fits.at(-1))) return fit;
    }
    return undefined;
  };
  const closer = spaces.map((space): Fit => ({ "--fit--space": `${space}` }));
  const smaller = pictures.map((share) => ({ ...closer[0], "--fit--picture": `${share}` }));
  return (await firstSaving(closer)) ?? (await firstSaving(isPictured ? smaller : [])) ?? {};
}
