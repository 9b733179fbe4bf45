import { type CharacterClass, classOf } from "../runs/characters.ts";
import { isTurned } from "../runs/direction.ts";
import { apart } from "./apart.ts";

/** A text that runs are laid on. */
export interface Ground {
  /** By code point, ligatures as their letters. */
  characters: string[];
  kinds: CharacterClass[];
  sides: Side[];
  /** Before which characters a run may end: where words do, or what they are made of, or pieces of text. */
  borders: ReadonlySet<number>;
}

/** Which way a character runs; a mark as its letter does. Signs and pictures are of different faces, and so of different runs. */
export type Side = "right" | "left" | "sign" | "picture" | "mark" | "space";

/**
 * Makes a text ready for runs.
 * @param text
 *   What they say together.
 * @param ends
 *   Where pieces of it end.
 */
export function groundOf(text: string, ends: ReadonlySet<number>): Ground {
  const characters: string[] = [];
  const borders = new Set<number>();
  let at = 0;
  for (const one of text) {
    if (ends.has(at)) borders.add(characters.length);
    characters.push(...apart(one));
    at += one.length;
  }
  const sides = characters.map(sideOf);
  if (joining.test(text)) for (const index of joined(characters)) sides[index] = "mark";
  let side: Side = "space";
  for (let index = 0; index <= characters.length; index++) {
    const next = sides[index] ?? "space";
    if (next === "mark") continue;
    if (next !== side || next === "space") borders.add(index);
    side = next;
  }
  return { characters, kinds: characters.map(classOf), sides, borders };
}

const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });
// Signs that may be drawn as one.
const joining = /[\u200D\p{Regional_Indicator}\p{Emoji_Modifier}]/u;

/** Characters that are drawn as part of one before: the second sign of a flag. */
function joined(characters: readonly string[]): number[] {
  let at = 0;
  return [...segmenter.segment(characters.join(""))].flatMap(({ segment }) => {
    const first = at;
    at += [...segment].length;
    return Array.from({ length: at - first - 1 }, (_, index) => first + 1 + index);
  });
}

function sideOf(character: string): Side {
  if (/\s/u.test(character)) return "space";
  if (/[\p{M}\p{Default_Ignorable_Code_Point}]/u.test(character)) return "mark";
  if (isTurned(character)) return "right";
  if (/\p{Emoji_Presentation}/u.test(character)) return "picture";
  return /[\p{L}\p{N}]/u.test(character) ? "left" : "sign";
}
