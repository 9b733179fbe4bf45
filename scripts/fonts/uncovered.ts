import type { VFile } from "vfile";
import { location } from "vfile-location";
import { complain } from "../complain.ts";
import type { TypeSetting } from "../types.ts";

type Uncovered = TypeSetting["uncovered"][number];

/**
 * Complains about characters that no face has, each at its first place in the source; of characters that one
 * package would bring a face for, once.
 * @param file
 *   The manuscript.
 * @param characters
 *   What `setType` couldn't cover.
 */
export function findUncovered(file: VFile, characters: TypeSetting["uncovered"]): void {
  const source = String(file);
  const places = location(file);
  const told = new Set<string>();
  for (const one of characters) {
    const { character, codePoint } = one;
    if (one.package !== undefined && told.has(one.package)) continue;
    const times = source.split(character).length - 1;
    const first = times > 0 ? places.toPoint(source.indexOf(character)) : undefined;
    const others = characters.filter((other) => isLike(one, other)).length;
    complain(
      file,
      "font-glyph",
      first,
      `the character “${character}” (${codePoint}) is in none of the faces${more(times, others)}`,
      advice(one, times),
    );
    if (one.package !== undefined) told.add(one.package);
  }
}

function isLike(one: Uncovered, other: Uncovered): boolean {
  return one !== other && one.package !== undefined && one.package === other.package;
}

function more(times: number, others: number): string {
  const often = times > 1 ? `; it occurs ${times} times` : "";
  return others > 0
    ? `${often}, and ${others} other characters of its script are lacking too`
    : often;
}

function advice(one: Uncovered, times: number): string {
  if (one.package !== undefined) {
    return `install the face of its script: npm install ${one.package}`;
  }
  return times > 0
    ? "write it with another character: no face known to Handbill has this one"
    : "it isn't typed in the file as such: look for a character reference like “&#…;”, or a title, name or status word that holds it";
}
