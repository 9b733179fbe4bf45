/** Per cent of the sheet's height that pictures of a poster may take: as styles have it, and where there is room. */
const usual = 22;
const most = 80;

/**
 * Lets pictures of a poster be as large as the sheet has room for, where the text is so short that its largest type
 * leaves some; found by halving.
 * @param fits
 *   Whether all fits on the sheet with pictures no higher than `--poster--figure`.
 */
export function enlargeFigures(fits: () => boolean): void {
  const { style } = document.documentElement;
  const set = (share: number) => style.setProperty("--poster--figure", `${share / 100}`);
  let low = usual;
  let high = most + 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    set(middle);
    if (fits()) low = middle;
    else high = middle;
  }
  set(low);
}
