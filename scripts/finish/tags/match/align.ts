import { classOf } from "../runs/characters.ts";
import { never, openPrices, type Prices } from "./align-prices.ts";

/** Characters laid on glyphs. */
export interface Aligned {
  /** By glyph: characters without ink before its own, and its own, which may be none. */
  parts: Array<{ skipped: string; said: string }>;
  /** Characters without ink after the last. */
  rest: string;
  /** Letters that no glyph shows. */
  lost: number;
}

/** What is known of where glyphs and text begin and end. */
export interface Ends {
  /** Whether all of the text must be shown. */
  whole?: boolean;
  /** Glyphs with which a line may begin: before them white space is seldom shown, elsewhere it is. */
  starts?: ReadonlySet<number>;
}

// A glyph seldom stands for more.
const mostCharacters = 4;
// How far glyphs and characters may run apart, in steps of either: over a text that ends with its glyphs, and over one
// of which nobody knows how far it is shown, where glyphs may stand for half as many again all along (Tai Tham).
const widest = { whole: 64, open: 512 };
// Most glyphs are laid for less than the first; what costs more than the limit at hand is not looked at.
const limits = [3, 12, 48, Number.POSITIVE_INFINITY];

/**
 * Lays characters on glyphs, both in order, as cheaply as can be: a glyph costs little where the font says
 * what it gets, more where it says something else, and may get nothing.
 * @param hints
 *   What the font says of each glyph; empty where it says nothing.
 * @param characters
 *   The text, by code point; where it isn't `whole`, more than the glyphs show, which then end where a word does.
 * @param ends
 *   Where lines may begin, and whether glyphs and text end together.
 */
export function alignGlyphs(
  hints: readonly string[],
  characters: readonly string[],
  { whole = false, starts = new Set() }: Ends = {},
): Aligned {
  const prices = openPrices(hints, characters, starts);
  const field = openField(hints.length, characters.length, whole);
  for (const limit of limits) {
    price(field, prices, limit);
    const { end, cost } = endOf(field, prices, whole);
    if (cost <= limit) return trace(field, hints, characters, end);
  }
  return trace(field, hints, characters, field.columns);
}

/** All ways to lay so many characters (columns) on so many glyphs (rows), near the straight one. */
interface Field {
  rows: number;
  columns: number;
  /** Places of a row that are looked at. */
  width: number;
  /** The column of each row's first place. */
  firsts: readonly number[];
  /** What the cheapest way to each place costs. */
  cost: Float32Array;
  /** How many characters its last glyph takes; negative: it skips one. */
  taken: Int8Array;
}

function openField(rows: number, columns: number, whole: boolean): Field {
  // Where the text goes on behind, nobody knows how far it is shown: glyphs and characters run side by side.
  const slope = whole && rows > 0 ? columns / rows : 1;
  const most = whole ? widest.whole : Math.min(widest.open, Math.max(widest.whole, rows));
  const band = Math.min(most, Math.max(rows, columns));
  const width = 2 * band + 1;
  return {
    ...{ rows, columns, width },
    firsts: Array.from({ length: rows + 1 }, (_, row) => Math.round(row * slope) - band),
    cost: new Float32Array((rows + 1) * width),
    taken: new Int8Array((rows + 1) * width),
  };
}

/** Finds the cheapest way to every place that costs no more than a limit. */
function price(field: Field, prices: Prices, limit: number): void {
  const { rows, columns, width, firsts, cost } = field;
  cost.fill(Number.POSITIVE_INFINITY);
  cost[-(firsts[0] as number)] = 0;
  for (let row = 0; row <= rows; row++) {
    const first = firsts[row] as number;
    const to = Math.min(columns, first + width - 1);
    for (let column = Math.max(0, first); column <= to; column++) {
      const here = cost[row * width + column - first] as number;
      if (here > limit || here === Number.POSITIVE_INFINITY) continue;
      if (column < to) offer(field, row, column + 1, here + prices.skip(row, column), -1);
      if (row === rows) continue;
      const start = prices.start(row, column);
      const most = Math.min(mostCharacters, columns - column);
      for (let count = 0; count <= most; count++) {
        const glyph = prices.glyph(row, column, count);
        if (glyph >= never) break;
        offer(field, row + 1, column + count, here + glyph + start, count);
      }
    }
  }
}

function offer(field: Field, row: number, column: number, price: number, count: number): void {
  const { width, cost, taken } = field;
  const at = column - (field.firsts[row] as number);
  if (at < 0 || at >= width || price >= (cost[row * width + at] as number)) return;
  cost[row * width + at] = price;
  taken[row * width + at] = count;
}

/** Where the glyphs end, at the end of all or of a word, and what that costs. */
function endOf({ rows, columns, width, firsts, cost }: Field, prices: Prices, whole: boolean) {
  const first = firsts[rows] as number;
  const costAt = (column: number) =>
    cost[rows * width + column - first] ?? Number.POSITIVE_INFINITY;
  if (whole) return { end: columns, cost: costAt(columns) };
  const best = { end: columns, cost: Number.POSITIVE_INFINITY };
  for (let column = Math.max(0, first); column <= columns; column++) {
    const price = prices.end(column);
    if (price === undefined || costAt(column) + price >= best.cost) continue;
    best.end = column;
    best.cost = costAt(column) + price;
  }
  return best;
}

function trace(
  { rows, width, firsts, taken }: Field,
  hints: readonly string[],
  characters: readonly string[],
  end: number,
): Aligned {
  const parts = hints.map(() => ({ skipped: "", said: "" }));
  const aligned: Aligned = { parts, rest: "", lost: 0 };
  let [row, column] = [rows, end];
  while (row > 0 || column > 0) {
    const count = row === 0 ? -1 : (taken[row * width + column - (firsts[row] as number)] ?? -1);
    if (count < 0 && column > 0) {
      const character = characters[--column] as string;
      const kind = classOf(character);
      if (kind === "letter") aligned.lost++;
      const before = parts[row - 1];
      const after = parts[row];
      // What has no glyph but spells a word goes with the glyph before, unless more of the word is passed over.
      if (kind === "joiner" && before && !goesOn(after?.skipped))
        before.said = character + before.said;
      else if (after) after.skipped = character + after.skipped;
      else aligned.rest = character + aligned.rest;
      continue;
    }
    row--;
    column -= Math.max(count, 0);
    const part = parts[row] as (typeof parts)[number];
    part.said = characters.slice(column, column + Math.max(count, 0)).join("") + part.said;
  }
  return aligned;
}

function goesOn(skipped = ""): boolean {
  const [next] = skipped;
  return next !== undefined && classOf(next) === "letter";
}
