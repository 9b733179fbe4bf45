import { classOf, hyphens, softHyphen } from "./characters.ts";
import { invisible } from "./true-hints.ts";

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
  wrong: 1.5,
  // Said by a glyph beside it: letters that are painted before the one that they are read after.
  near: 0.3,
  unsaid: 0.4,
  more: 0.7,
  nothing: 2,
  nothingNear: 0.6,
  blank: 0.3,
  skipped: 0.05,
  joined: 3,
  cutJoiner: 4,
  cutWord: 3,
  cutAgreed: 1,
  emptyLine: 3,
  lost: 6,
  never: 40,
};
// How many characters before and after belong to one that is painted elsewhere.
const reach = 4;

/**
 * Lays characters on glyphs, both in order, as cheaply as can be: a glyph costs little where the font says
 * what it gets, more where it says something else, and may get nothing.
 * @param hints
 *   What the font says of each glyph; empty where it says nothing.
 * @param characters
 *   The text, by code point; where it isn't `whole`, more than the glyphs show, which then end where a word does.
 * @param whole
 *   Whether all of it must be shown.
 * @param starts
 *   Glyphs with which a line may begin: before them white space is seldom shown, elsewhere it is.
 */
export function alignGlyphs(
  hints: readonly string[],
  characters: readonly string[],
  whole: boolean,
  starts: ReadonlySet<number> = new Set(),
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
  const firstLetter = kinds.indexOf("letter");
  const windows: string[] = [];
  cost[-first(0)] = 0;
  for (let row = 0; row <= rows; row++) {
    const start = first(row);
    const to = Math.min(columns, start + width - 1);
    for (let column = Math.max(0, start); column <= to; column++) {
      const here = cost[row * width + column - start] as number;
      if (here === Number.POSITIVE_INFINITY) continue;
      if (column < to) offer(row, column + 1, here + skipCost(row, column), -1);
      if (row === rows) continue;
      const most = Math.min(mostCharacters, columns - column);
      for (let count = 0; count <= most; count++) {
        const price = glyphCost(hints[row] as string, column, count);
        if (price >= costs.never) break;
        offer(row + 1, column + count, here + price + startCost(row, column), count);
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

  function skipCost(row: number, column: number): number {
    const kind = kinds[column];
    if (kind === "letter") return costs.lost;
    if (kind === "joiner") return 2 * costs.skipped;
    return kind === "space" && row > 0 && row < rows && !starts.has(row)
      ? costs.joined
      : costs.skipped;
  }

  /** Where a line begins, no word should be cut, and the line before should say something. */
  function startCost(row: number, column: number): number {
    if (row === 0 || !starts.has(row)) return 0;
    if (column <= firstLetter) return costs.emptyLine;
    if (kinds[column - 1] !== "letter") return 0;
    return hints[row] === characters[column] ? costs.cutAgreed : costs.cutWord;
  }

  function glyphCost(hint: string, column: number, count: number): number {
    const blank = hint === invisible || hint.trim() === "";
    if (count === 0) {
      if (hint === invisible) return costs.skipped;
      if (hint === "") return costs.nothingNear;
      return blank ? costs.blank : isNear(hint, column) ? costs.nothingNear : costs.nothing;
    }
    const kind = kinds[column + count - 1];
    if (kind === "space") return count === 1 && blank && hint !== "" ? 0 : costs.never;
    const one = characters[column] as string;
    if (count === 1) {
      if (one === hint || (one === softHyphen && hyphens.includes(hint))) return 0;
      if (kind === "ignorable") return costs.wrong + costs.more;
      if (kind === "joiner") return blank ? 0.01 : costs.wrong + costs.more;
      if (hint === "") return costs.unsaid;
      return blank ? costs.lost : isNear(hint, column) ? costs.near : costs.wrong;
    }
    let text = one;
    for (let at = 1; at < count; at++) text += characters[column + at];
    if (text === hint || text.normalize("NFC") === hint) return 0;
    const wrong = hint === "" ? costs.unsaid : isNear(hint, column) ? costs.near : costs.wrong;
    return (blank && hint !== "" ? costs.lost : wrong) + costs.more * (count - 1);
  }

  /** Whether the text says near by what the font says of a glyph. */
  function isNear(hint: string, column: number): boolean {
    windows[column] ??= windowAt(column).normalize("NFD");
    for (const letter of hint.normalize("NFD")) if (!windows[column].includes(letter)) return false;
    return true;
  }

  function windowAt(column: number): string {
    let [from, to] = [column, column];
    while (from > 0 && column - from < reach && kinds[from - 1] !== "space") from--;
    while (to < columns && to - column <= reach && kinds[to] !== "space") to++;
    return characters.slice(from, to).join("");
  }

  /** Where the glyphs end: at the end of all, or of a word. */
  function endOf(): number {
    if (whole) return columns;
    let best = -1;
    let price = Number.POSITIVE_INFINITY;
    for (let column = Math.max(0, first(rows)); column <= columns; column++) {
      const kind = kinds[column] ?? "space";
      if (kind !== "space" && kind !== "joiner") continue;
      const here =
        (cost[rows * width + column - first(rows)] ?? Number.POSITIVE_INFINITY) +
        (kind === "joiner" ? costs.cutJoiner : 0);
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
        if (kinds[column] === "joiner" && before && (after?.skipped ?? "") === "")
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
