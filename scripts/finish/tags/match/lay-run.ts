import { blank } from "../runs/characters.ts";
import type { Ground } from "./ground.ts";
import { layGlyph } from "./lay-glyph.ts";

/** How a run lies on a text. */
export interface Laid {
  /** The less, the better. */
  cost: number;
  /** Behind the last character that it shows. */
  to: number;
}

const never = Number.POSITIVE_INFINITY;
const costs = {
  noBorder: 1,
  // Characters that no glyph shows: before a run, in it and behind it.
  before: { space: 0, letter: 1000, mark: 0.2 },
  within: { space: 1.5, letter: 1.2, mark: 0.2 },
  behind: { space: never, letter: never, mark: 0.2 },
};
// How many more characters than glyphs a run may lie on.
const spare = 16;

/**
 * Lays a run on the text that may be its own, where the font says little of its glyphs: word on word, and letters that
 * it does say on the same.
 * @param run
 *   By glyph, in the order they are read in, the letters that the font says of it, or none (`hints`); whether it runs
 *   from right to left (`reversed`).
 * @param ground
 *   The text.
 * @param from
 *   Where it begins, or before white space there.
 * @param limit
 *   What costs more is of no interest.
 * @returns
 *   `undefined` where it costs more.
 */
export function layRun(
  { hints, reversed }: { hints: readonly string[]; reversed: boolean },
  ground: Ground,
  from: number,
  limit: number,
): Laid | undefined {
  const plain = layPlainly(hints, ground, from);
  if (plain !== undefined) return { cost: 0, to: plain };
  const width = Math.min(ground.characters.length - from, 2 * hints.length + spare);
  let row = new Float32Array(width + 1).fill(never);
  let next = new Float32Array(width + 1);
  // Whether only white space was shown so far.
  let leads = true;
  row[0] = 0;
  skip(row, ground, from, costs.before);
  for (const [index, hint] of hints.entries()) {
    next.fill(never);
    const lay = { row: next, hint, reversed, ground, from };
    for (let column = 0; column <= width; column++)
      if ((row[column] as number) <= limit) layGlyph(lay, column, row[column] as number);
    leads &&= hint !== "" && blank.test(hint);
    if (index === hints.length - 1) skip(next, ground, from, costs.behind);
    else skip(next, ground, from, leads ? costs.before : costs.within);
    [row, next] = [next, row];
  }
  const laid = endOf(row, ground, from);
  return laid.cost <= limit ? laid : undefined;
}

/** Where a run ends of which the font says what the text says, up to a border; most are so. */
function layPlainly(hints: readonly string[], ground: Ground, from: number): number | undefined {
  const { characters, kinds, borders } = ground;
  let at = from;
  while (kinds[at] === "space" && characters[at] !== hints[0]) at++;
  for (const hint of hints) if (hint === "" || hint !== characters[at++]) return undefined;
  return borders.has(at) ? at : undefined;
}

type Unshown = (typeof costs)["before"];

/** Passes over characters that no glyph shows. */
function skip(row: Float32Array, ground: Ground, from: number, prices: Unshown): void {
  for (let column = 0; column + 1 < row.length; column++) {
    const cost = (row[column] as number) + priceOf(ground, from + column, prices);
    if (cost < (row[column + 1] as number)) row[column + 1] = cost;
  }
}

function priceOf({ kinds, sides }: Ground, at: number, { space, letter, mark }: Unshown): number {
  if (kinds[at] === "space") return space;
  if (kinds[at] !== "letter") return 0;
  return sides[at] === "mark" ? mark : letter;
}

function endOf(row: Float32Array, { borders }: Ground, from: number): Laid {
  const best: Laid = { cost: never, to: from };
  row.forEach((price, column) => {
    const to = from + column;
    const cost = price + (borders.has(to) ? 0 : costs.noBorder);
    if (cost < best.cost) Object.assign(best, { cost, to });
  });
  return best;
}
