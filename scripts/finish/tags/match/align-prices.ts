import { type CharacterClass, classOf, hyphens, softHyphen } from "../runs/characters.ts";
import { invisible } from "../runs/true-hints.ts";
import { nearbyIn } from "./nearby-in.ts";

/** What each step of an alignment costs: from a place between two glyphs and two characters to the next. */
export interface Prices {
  /** Of passing over a character that no glyph shows. */
  skip(row: number, column: number): number;
  /** Of beginning a glyph here. */
  start(row: number, column: number): number;
  /** Of having a glyph stand for so many characters; `never` or more where it can't. */
  glyph(row: number, column: number, count: number): number;
  /** Of ending the glyphs here, where they need not show all; `undefined` where they can't end. */
  end(column: number): number | undefined;
}

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
};
/** What is never paid. */
export const never = 40;

/** What is looked at of a glyph again and again. */
interface Row {
  hint: string;
  /** Whether it is white space, or takes no room. */
  blank: boolean;
  /** Its letters and marks, each by itself. */
  letters: readonly string[];
}

/** What is looked at of the text. */
interface Text {
  characters: readonly string[];
  kinds: readonly CharacterClass[];
  /** Whether it says near by what the font says of a glyph. */
  says: (letters: readonly string[], column: number) => boolean;
}

/**
 * Prices the steps of an alignment.
 * @param hints
 *   What the font says of each glyph; empty where it says nothing.
 * @param characters
 *   The text, by code point.
 * @param starts
 *   Glyphs with which a line may begin.
 */
export function openPrices(
  hints: readonly string[],
  characters: readonly string[],
  starts: ReadonlySet<number>,
): Prices {
  const rows = hints.map(rowOf);
  const text = textOf(characters);
  const { kinds } = text;
  const firstLetter = kinds.indexOf("letter");
  return {
    skip(row, column) {
      const kind = kinds[column];
      if (kind === "letter") return costs.lost;
      if (kind === "joiner") return 2 * costs.skipped;
      const shown = kind === "space" && row > 0 && row < hints.length && !starts.has(row);
      return shown ? costs.joined : costs.skipped;
    },
    // Where a line begins, no word should be cut, and the line before should say something.
    start(row, column) {
      if (row === 0 || !starts.has(row)) return 0;
      if (column <= firstLetter) return costs.emptyLine;
      if (kinds[column - 1] !== "letter") return 0;
      return hints[row] === characters[column] ? costs.cutAgreed : costs.cutWord;
    },
    glyph(row, column, count) {
      const read = rows[row] as Row;
      if (count === 0) return nothing(read, text, column);
      return count === 1 ? one(read, text, column) : several(read, text, column, count);
    },
    end(column) {
      const kind = kinds[column] ?? "space";
      if (kind !== "space" && kind !== "joiner") return undefined;
      return kind === "joiner" ? costs.cutJoiner : 0;
    },
  };
}

function rowOf(hint: string): Row {
  const blank = hint === invisible || hint.trim() === "";
  return { hint, blank, letters: [...hint.normalize("NFD")] };
}

function textOf(characters: readonly string[]): Text {
  const kinds = characters.map(classOf);
  return { characters, kinds, says: nearbyIn(characters, kinds) };
}

/** Of a glyph that stands for nothing. */
function nothing(row: Row, text: Text, column: number): number {
  if (row.hint === invisible) return costs.skipped;
  if (row.hint === "") return costs.nothingNear;
  if (row.blank) return costs.blank;
  return text.says(row.letters, column) ? costs.nothingNear : costs.nothing;
}

function one(row: Row, text: Text, column: number): number {
  const kind = text.kinds[column];
  const { hint, blank } = row;
  if (kind === "space") return blank && hint !== "" ? 0 : never;
  const character = text.characters[column];
  if (character === hint || (character === softHyphen && hyphens.includes(hint))) return 0;
  if (kind === "ignorable") return costs.wrong + costs.more;
  if (kind === "joiner") return blank ? 0.01 : costs.wrong + costs.more;
  return wrong(row, text, column);
}

function several(row: Row, text: Text, column: number, count: number): number {
  const { characters, kinds } = text;
  if (kinds[column + count - 1] === "space") return never;
  let said = characters[column] as string;
  for (let at = 1; at < count; at++) said += characters[column + at];
  if (said === row.hint || (row.letters.length >= count && said.normalize("NFC") === row.hint))
    return 0;
  return wrong(row, text, column) + costs.more * (count - 1);
}

/** Of a glyph that stands for what its font does not say of it. */
function wrong(row: Row, text: Text, column: number): number {
  if (row.hint === "") return costs.unsaid;
  if (row.blank) return costs.lost;
  return text.says(row.letters, column) ? costs.near : costs.wrong;
}
