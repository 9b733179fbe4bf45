import type { Fit, Outcome } from "./layouts.ts";

/** Sizes that body type may have where paper allows. */
export interface TypeRange {
  /** Smallest and largest size, pt. */
  least: number;
  most: number;
  /** Texts of more pages than this keep the size their styles say. */
  pages: number;
  /** Numbers of pages that paper has room for at once: a text may take as many as the least of these that holds it. */
  fills?: readonly number[];
}

const step = 0.25;
/** Shares of the sheet's height that a picture may have where there is room, the largest first. */
const figures = [0.42, 0.35, 0.28];

/**
 * Finds the largest type in which a short text takes no page more than it needs, or than its sheet has in any case: what
 * people hold in their hands is read more easily, and no last page has one line on it. Where the largest leaves room,
 * pictures take it.
 * @param outcome
 *   What the text comes to in a fit.
 * @param range
 *   Which sizes are good.
 * @param isPictured
 *   Whether the text has pictures.
 * @returns
 *   What to lay the text out with; nothing for a longer text.
 */
export async function fitType(
  outcome: (fit: Fit) => Promise<Outcome>,
  range: TypeRange,
  isPictured: boolean,
): Promise<Fit> {
  const usual = await outcome({});
  if (usual.pages > range.pages + 1) return {};
  const fewest = usual.pages > 1 ? (await outcome(sized(range.least))).pages : 1;
  if (fewest > range.pages) return {};
  const pages = range.fills?.find((count) => count >= fewest) ?? fewest;
  const fits = async (fit: Fit) => {
    const laid = await outcome(fit);
    return laid.pages <= pages && laid.broken <= usual.broken;
  };
  const size = sized(await largest(range, (points) => fits(sized(points))));
  for (const share of isPictured ? figures : []) {
    const fit = { ...size, "--fit--figure": `${share}` };
    if (await fits(fit)) return fit;
  }
  return size;
}

function sized(points: number): Fit {
  return { "--fit--size": `${points}pt` };
}

async function largest(
  { least, most }: TypeRange,
  fits: (points: number) => Promise<boolean>,
): Promise<number> {
  let low = Math.round(least / step);
  let high = Math.round(most / step) + 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (await fits(middle * step)) low = middle;
    else high = middle;
  }
  return low * step;
}
