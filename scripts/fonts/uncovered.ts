import type { VFile } from "vfile";
import { location } from "vfile-location";
import { complain } from "../complain.ts";
import type { TypeSetting } from "../types.ts";

/**
 * Complains about characters that no face has, each at its first place in the source.
 * @param file
 *   The manuscript.
 * @param characters
 *   What `setType` couldn't cover.
 */
export function findUncovered(file: VFile, characters: TypeSetting["uncovered"]): void {
  const source = String(file);
  const places = location(file);
  for (const { character, codePoint } of characters) {
    const times = source.split(character).length - 1;
    const first = times > 0 ? places.toPoint(source.indexOf(character)) : undefined;
    complain(
      file,
      "font-glyph",
      first,
      `the character “${character}” (${codePoint}) is in none of the faces${more(times)}`,
      times > 0
        ? "write it with another character; if the text is in a script other than Latin, Greek or Cyrillic, that script has no face here yet"
        : "it isn't typed in the file as such: look for a character reference like “&#…;”, or a title, name or status word that holds it",
    );
  }
}

function more(times: number): string {
  return times > 1 ? `; it occurs ${times} times` : "";
}
