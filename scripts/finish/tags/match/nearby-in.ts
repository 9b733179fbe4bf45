import type { CharacterClass } from "../runs/characters.ts";

// How many characters before and after belong to one that is painted elsewhere.
const reach = 4;

/**
 * Looks in a text for letters near a place.
 * @param characters
 *   The text, by code point.
 * @param kinds
 *   Of each.
 * @returns
 *   Tells whether all of some letters, decomposed (NFD), are near a character of the text, by its index.
 */
export function nearbyIn(
  characters: readonly string[],
  kinds: readonly CharacterClass[],
): (letters: readonly string[], at: number) => boolean {
  const windows: string[] = [];
  return (letters, at) => {
    windows[at] ??= windowAt(at).normalize("NFD");
    for (const letter of letters) if (!windows[at].includes(letter)) return false;
    return true;
  };

  function windowAt(at: number): string {
    let [from, to] = [at, at];
    while (from > 0 && at - from < reach && kinds[from - 1] !== "space") from--;
    while (to < characters.length && to - at <= reach && kinds[to] !== "space") to++;
    return characters.slice(from, to).join("");
  }
}
