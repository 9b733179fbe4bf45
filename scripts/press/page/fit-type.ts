/** Sizes that body type may have where paper allows. */
export interface TypeRange {
  /** Smallest and largest size, pt. */
  least: number;
  most: number;
  /** Texts of more pages than this keep the size their styles say. */
  pages: number;
}

/** A text laid out, as far as it matters here. */
interface Laid {
  pages: readonly unknown[];
  /** Tables in which words are cut. */
  broken: readonly unknown[];
  clear(): void;
}

/** What a text is laid out with instead of what its styles say. */
export type Fit = Partial<Record<"--fit--size" | "--fit--figure" | "--fit--space", string>>;

const step = 0.25;
/** Shares of the sheet's height that a picture may have where there is room, the largest first. */
const figures = [0.42, 0.35, 0.28];

/**
 * Lays a short text out in the largest type that takes no page more than it needs: what people hold in their hands is
 * read more easily, and no last page has one line on it. Where the largest leaves room, pictures take it.
 * @param lay
 *   Lays the text out.
 * @param range
 *   Which sizes are good.
 * @param pictured
 *   Whether the text has pictures.
 * @returns
 *   The text as it stands last, in the tab.
 */
export async function fitType<Text extends Laid>(
  lay: (fit: Fit) => Promise<Text>,
  range: TypeRange,
  pictured: boolean,
): Promise<Text> {
  let stands: Fit = {};
  let standing = await lay(stands);
  const again = async (fit: Fit) => {
    if (JSON.stringify(fit) === JSON.stringify(stands)) return standing;
    standing.clear();
    standing = await lay(fit);
    stands = fit;
    return standing;
  };
  const usual = standing.pages.length;
  const cut = standing.broken.length;
  if (usual > range.pages + 1) return standing;
  const pages = usual > 1 ? (await again(sized(range.least))).pages.length : 1;
  if (pages > range.pages) return again({});
  const fits = async (fit: Fit) => {
    const { pages: laid, broken } = await again(fit);
    return laid.length <= pages && broken.length <= cut;
  };
  const size = sized(await largest(range, (points) => fits(sized(points))));
  for (const share of pictured ? figures : []) {
    const fit = { ...size, "--fit--figure": `${share}` };
    if (await fits(fit)) return standing;
  }
  return again(size);
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
