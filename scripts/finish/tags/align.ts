import { classOf } from "./characters.ts";

/** Characters laid on glyphs. */
export interface Aligned {
  /** By glyph: characters without ink before its own, and its own, which may be none. */
  parts: Array<{ skipped: string; said: string }>;
  /** Characters without ink after the last. */
  rest: string;
  /** Letters that no glyph shows. */
  lost: number;
}

// A glyph seldom stands for more.
const mostCharacters = 4;
// How far glyphs and characters may run apart, in steps of either.
const widest = 64;
const costs = {
  wrong: 1,
  unsaid: 0.4,
  more: 0.7,
  nothing: 0.9,
  blank: 0.3,
  skipped: 0.05,
  lost: 6,
  never: 40,
};

/**
 * Lays characters on glyphs, both in order, as cheaply as can be: a glyph costs little where the font says
 * what it gets, more where it says something else, and may get nothing.
 * @param hints
 *   What the font says of each glyph; empty where it says nothing.
 * @param characters
 *   The text, by code point; where it isn't `whole`, more than the glyphs show, which then end where a word does.
 * @param whole
 *   Whether all of it must be shown.
 */
export function alignGlyphs(
  hints: readonly string[],
  characters: readonly string[],
  whole: boolean,
): Aligned {
  const rows = hints.length;
  const columns = characters.length;
  // Where the text goes on behind, nobody knows how far it is shown: glyphs and characters run side by side.
  const slope = whole && rows > 0 ? columns / rows : 1;
  const band = Math.min(widest, Math.max(rows, columns));
  const width = 2 * band + 1;
  const cost = new Float32Array((rows + 1) * width).fill(Number.POSITIVE_INFINITY);
  // How many characters the cheapest way takes to get here; negative: it skips one.
  const taken = new Int8Array((rows + 1) * width);
  const first = (row: number) => Math.round(row * slope) - band;
  const kinds = characters.map(classOf);
  cost[-first(0)] = 0;
  for (let row = 0; row <= rows; row++) {
    const start = first(row);
    const to = Math.min(columns, start + width - 1);
    for (let column = Math.max(0, start); column <= to; column++) {
      const here = cost[row * width + column - start] as number;
      if (here === Number.POSITIVE_INFINITY) continue;
      if (column < to) offer(row, column + 1, here + skipCost(column), -1);
      if (row === rows) continue;
      const most = Math.min(mostCharacters, columns - column);
      for (let count = 0; count <= most; count++) {
        const price = glyphCost(hints[row] as string, column, count);
        if (price >= costs.never) break;
        offer(row + 1, column + count, here + price, count);
      }
    }
  }
  return trace(endOf());

  function offer(row: number, column: number, price: number, count: number): void {
    const at = column - first(row);
    if (at < 0 || at >= width || price >= (cost[row * width + at] as number)) return;
    cost[row * width + at] = price;
    taken[row * width + at] = count;
  }

  function skipCost(column: number): number {
    const kind = kinds[column];
    return kind === "letter" ? costs.lost : kind === "joiner" ? 2 * costs.skipped : costs.skipped;
  }

  function glyphCost(hint: string, column: number, count: number): number {
    const blank = hint.trim() === "";
    if (count === 0) return blank ? costs.blank : costs.nothing;
    const kind = kinds[column + count - 1];
    if (kind === "space") return count === 1 && blank && hint !== "" ? 0 : costs.never;
    const one = characters[column] as string;
    if (count === 1) {
      if (one === hint) return 0;
      if (kind !== "letter") return blank ? 0.01 : costs.wrong + costs.more;
      return hint === "" ? costs.unsaid : blank ? costs.lost : costs.wrong;
    }
    let text = one;
    for (let at = 1; at < count; at++) text += characters[column + at];
    if (text === hint || text.normalize("NFC") === hint) return 0;
    const partly =
      hint !== "" && text.includes(hint) ? 0.2 : hint === "" ? costs.unsaid : costs.wrong;
    return partly + costs.more * (count - 1);
  }

  /** Where the glyphs end: at the end of all, or of a word. */
  function endOf(): number {
    if (whole) return columns;
    let best = -1;
    let price = Number.POSITIVE_INFINITY;
    for (let column = Math.max(0, first(rows)); column <= columns; column++) {
      const here = cost[rows * width + column - first(rows)] ?? Number.POSITIVE_INFINITY;
      if (column < columns && kinds[column] !== "space") continue;
      if (here < price) [best, price] = [column, here];
    }
    return best === -1 ? columns : best;
  }

  function trace(end: number): Aligned {
    const parts = hints.map(() => ({ skipped: "", said: "" }));
    const aligned: Aligned = { parts, rest: "", lost: 0 };
    let [row, column] = [rows, end];
    while (row > 0 || column > 0) {
      const count = row === 0 ? -1 : (taken[row * width + column - first(row)] ?? -1);
      if (count < 0 && column > 0) {
        const character = characters[--column] as string;
        if (kinds[column] === "letter") aligned.lost++;
        const before = parts[row - 1];
        const after = parts[row];
        // What has no glyph but spells a word goes with the glyph before.
        if (kinds[column] === "joiner" && before && after?.skipped === "")
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
}
