/** Per cent of the sheet's height that pictures of a poster may take: as styles have it, and where there is room. */
const usual = 22;
const most = 80;
/** Type from this size on, pt, is read across a room; a fifth of it may go to the pictures, which are seen from further. */
const large = 24;
const share = 0.8;

/**
 * Lets pictures of a poster be as large as the sheet has room for, where the text is so short that it can be set in large
 * type; found by halving.
 * @param size
 *   Largest type that fits with pictures as the styles have them, pt.
 * @param fits
 *   Whether all fits on the sheet in a size, with pictures no higher than `--poster--figure`.
 * @returns
 *   The least size that type may have beside such pictures.
 */
export function enlargeFigures(size: number, fits: (size: number) => boolean): number {
  if (size < large) return size;
  const { style } = document.documentElement;
  const set = (percent: number) => style.setProperty("--poster--figure", `${percent / 100}`);
  const least = size * share;
  let low = usual;
  let high = most + 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    set(middle);
    if (fits(least)) low = middle;
    else high = middle;
  }
  set(low);
  return least;
}
