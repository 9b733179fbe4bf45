import { leastOfColumns } from "./columns-of.ts";
import { step } from "./largest-from.ts";

/** Per cent of the sheet's height that pictures of a poster may take: as styles have it, and where there is room. */
const usual = 22;
const most = 80;
/** Type of this size, pt, is read across a room; of what is larger, a fifth may go to pictures, which are seen from further. */
const large = 24;
const share = 0.8;

/**
 * Lets pictures of a poster be as large as the sheet has room for, where the text is so short that it can be set in large
 * type, in as many columns as before: in more, pictures would be narrower; found by halving.
 * @param main
 *   The text.
 * @param size
 *   Largest type that fits with pictures as the styles have them, pt.
 * @param fits
 *   Whether all fits on the sheet in a size, with pictures no higher than `--poster--figure`.
 * @returns
 *   The least size that type may have beside such pictures.
 */
export function enlargeFigures(
  main: Element,
  size: number,
  fits: (size: number) => boolean,
): number {
  if (size < large) return size;
  const { style } = document.documentElement;
  const set = (percent: number) => style.setProperty("--poster--figure", `${percent / 100}`);
  fits(size);
  const least = Math.ceil(Math.max(large, size * share, leastOfColumns(main, size)) / step) * step;
  let low = usual;
  let high = most + 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    set(middle);
    if (fits(least)) low = middle;
    else high = middle;
  }
  set(low);
  return fits(least) ? least : size;
}
