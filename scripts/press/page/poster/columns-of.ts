/**
 * Finds the smallest type in which a poster has as many columns as it has in the size it is set in; columns and the gaps
 * between them grow with the type.
 * @param main
 *   The text, laid out.
 * @param size
 *   Size that it is set in, pt.
 * @returns
 *   Size, pt, no larger than that.
 */
export function leastOfColumns(main: Element, size: number): number {
  const { columnWidth, columnGap } = getComputedStyle(main);
  const gap = Number.parseFloat(columnGap);
  const step = Number.parseFloat(columnWidth) + gap;
  const { width } = main.getBoundingClientRect();
  const count = Math.max(1, Math.floor((width + gap) / step));
  // A column more would have just room enough.
  const share = width / ((count + 1) * step - gap);
  return Math.min(size, size * share * 1.01);
}
