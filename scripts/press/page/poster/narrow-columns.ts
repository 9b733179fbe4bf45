/** Widths of columns, in sizes of the type, from that of the styles on: about 45, 38 and 32 letters a line. */
const usual = 19;
const narrower = [16, 13.5];
/** By how much type must grow to be worth shorter lines. */
const worthwhile = 1.12;

/**
 * Lets the columns of a poster be narrower where that makes the type much larger: in columns as wide as usual there would
 * be one less, and where lines are short, half of it empty.
 * @param size
 *   Largest type that fits in columns as the styles have them, pt.
 * @param largest
 *   Finds the largest type from a size on that fits, pt, with columns as wide as `--poster--column`, rem; 0 where that
 *   size doesn't.
 * @returns
 *   The largest type in the columns that are left set, pt.
 */
export function narrowColumns(size: number, largest: (least: number) => number): number {
  const { style } = document.documentElement;
  const set = (width: number) => style.setProperty("--poster--column", `${width}rem`);
  let best = { width: usual, size };
  for (const width of narrower) {
    set(width);
    const larger = largest(best.size * worthwhile);
    if (larger > 0) best = { width, size: larger };
  }
  set(best.width);
  return best.size;
}
