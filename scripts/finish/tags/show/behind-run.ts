import { anchor, opening } from "../runs/direction.ts";
import type { Run } from "../runs/run.ts";
import type { FontCodes } from "./codes.ts";
import type { Shown } from "./spelled-run.ts";

// Thousandths of the type size.
const spaceWidth = 200;

/** Where text goes on, in text space. */
export interface Place {
  x: number;
  y: number;
}

/**
 * The space that the end of a line has swallowed.
 * @param place
 *   Where it goes.
 * @param run
 *   What ends there.
 * @param codes
 *   Of its font.
 * @returns
 *   `undefined` where the font has nothing without ink.
 */
export function spaceBehind(
  { x, y }: Place,
  { size, reversed }: Run,
  codes: FontCodes,
): Shown | undefined {
  const space = codes.spaceFor(" ") ?? codes.emptyFor(" ");
  const advance = ((space?.advance ?? 0) * size) / 1000;
  return space && { code: space.code, x: reversed ? x - advance : x, y, advance };
}

/**
 * A space that pdf.js takes for a letter, since it passes over one that takes no room: between a run from right to left
 * and the next on its line, which has a font of its own, and between blocks that it would join.
 * @param place
 *   Where it goes.
 * @param run
 *   What ends there.
 * @param codes
 *   Of its font.
 * @param fromRight
 *   Whether most of the page is read from right to left.
 */
export function spaceBeside(
  { x, y }: Place,
  { size, reversed }: Run,
  codes: FontCodes,
  fromRight = false,
): Shown | undefined {
  const space = codes.carrierFor(reversed || fromRight ? anchor : opening, spaceWidth);
  const advance = ((space?.advance ?? 0) * size) / 1000;
  return space && { code: space.code, x: reversed ? x - advance : x, y, advance };
}

/**
 * What stands behind a hyphen, without ink: poppler takes one that ends a line out, though it be the word's own.
 * @param last
 *   Code of the last glyph.
 * @param place
 *   Where it ends.
 * @param codes
 *   Of its font.
 * @returns
 *   `undefined` where it is no hyphen.
 */
export function hyphenGuard(last: number, { x, y }: Place, codes: FontCodes): Shown | undefined {
  const empty = codes.text(last) === "-" ? codes.emptyFor("\u200B") : undefined;
  return empty && { code: empty.code, x, y, advance: 0 };
}
