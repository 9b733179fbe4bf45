import { leastOfColumns } from "./columns-of.ts";
import { mostLines } from "./headline.ts";
import { largestFrom } from "./largest-from.ts";

// A headline that grows by less is not worth another line.
const worthwhile = 1.25;
// Type that keeps this share of its size looks the same beside a headline half as large again.
const same = 0.94;

/**
 * Lets the headline of a poster be larger, on more lines, where the sheet has room for that and it costs no type to speak
 * of, and no column more.
 * @param main
 *   The text.
 * @param range
 *   Size of type that fits, and the smallest that there may be, pt.
 * @param fits
 *   Whether all fits on the sheet in a size, with the headline on `--headline--lines` lines at least.
 * @returns
 *   Size that fits now, pt.
 */
export function enlargeHeadline(
  main: Element,
  { size, least }: { size: number; least: number },
  fits: (size: number) => boolean,
): number {
  const { style } = document.documentElement;
  const headline = () => Number.parseFloat(style.getPropertyValue("--headline--size"));
  const set = (lines: number) => style.setProperty("--headline--lines", `${lines}`);
  if (!fits(size)) return size;
  const smallest = Math.max(least, size * same, leastOfColumns(main, size));
  let best = { headline: headline(), lines: 1, size };
  for (let lines = 2; lines <= mostLines; lines++) {
    set(lines);
    const fitting = largestFrom(size, smallest, fits);
    if (fitting === undefined) break;
    if (headline() >= best.headline * worthwhile)
      best = { headline: headline(), lines, size: fitting };
  }
  set(best.lines);
  return best.size;
}
