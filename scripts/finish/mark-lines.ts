import type { Outline } from "../types.ts";

/** A line and what it is enlarged by. */
interface Sized {
  line: Outline;
  scale: number;
}

// A short word over a long one is set larger, up to the same width: it says more, and the pair reads as one mark.
const mostEnlarged = 2;
// Clear space between two lines, as a share of the lower of them.
const gapShare = 0.6;
const point = /(-?[\d.]+) (-?[\d.]+)/g;

/**
 * Sets outlined words under each other, centred, as the one drawing that a mark is.
 * @param lines
 *   Words from top to bottom, each in its own font units.
 * @returns
 *   Path and box of all; of one line, that line; `undefined` of none.
 */
export function stackLines(lines: readonly Outline[]): Outline | undefined {
  if (lines.length < 2) return lines[0];
  const sized = lines.map(enlargeTo(Math.max(...lines.map(({ width }) => width))));
  const width = Math.max(...sized.map(({ line, scale }) => line.width * scale));
  const paths: string[] = [];
  let bottom = 0;
  for (const [index, one] of sized.entries()) {
    const above = sized[index - 1];
    const top = above === undefined ? 0 : bottom + gapBetween(above, one);
    paths.push(moved(one, top));
    bottom = top + one.line.height * one.scale;
  }
  return { path: paths.join(""), x: hundredth(-width / 2), y: 0, width, height: bottom };
}

function enlargeTo(widest: number): (line: Outline) => Sized {
  return (line) => ({ line, scale: Math.min(mostEnlarged, widest / line.width) });
}

function gapBetween(above: Sized, below: Sized): number {
  return gapShare * Math.min(above.line.height * above.scale, below.line.height * below.scale);
}

/** The path of a line with its box centred on x = 0 and its top at `top`. */
function moved({ line, scale }: Sized, top: number): string {
  const middle = line.x + line.width / 2;
  return line.path.replaceAll(point, (_, x: string, y: string) => {
    const across = hundredth((Number(x) - middle) * scale);
    return `${across} ${hundredth((Number(y) - line.y) * scale + top)}`;
  });
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}
