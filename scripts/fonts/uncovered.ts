import type { VFile } from "vfile";
import { location } from "vfile-location";
import { complain } from "../complaints/complain.ts";
import type { TypeSetting } from "../types.ts";

type Uncovered = TypeSetting["uncovered"][number];

// Beyond its first plane Unicode has the Han characters of rare names and of Vietnamese as it was once written.
const rareHan = /^(?=\p{Script=Han})[\u{20000}-\u{3FFFF}]$/u;

/**
 * Complains about characters that no face has, each at its first place in the source; of characters that one
 * package would bring a face for, and of rare Han ones, once.
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
    const kind = kindOf(one);
    if (kind !== undefined && told.has(kind)) continue;
    const times = source.split(character).length - 1;
    const first = times > 0 ? places.toPoint(source.indexOf(character)) : undefined;
    const others = characters.filter((other) => isLike(one, other)).length;
    complain(
      file,
      "font-glyph",
      first,
      `The character “${character}” (${codePoint}) is in none of the faces${more(times, others)}`,
      advice(one, times),
    );
    if (kind !== undefined) told.add(kind);
  }
}

function isLike(one: Uncovered, other: Uncovered): boolean {
  const kind = kindOf(one);
  return one !== other && kind !== undefined && kind === kindOf(other);
}

/** What else is lacking for the same reason; nothing when each is to be told by itself. */
function kindOf({ character, package: wanted }: Uncovered): string | undefined {
  return wanted ?? (rareHan.test(character) ? "rare Han" : undefined);
}

function more(times: number, others: number): string {
  const often = times > 1 ? `; it occurs ${times} times` : "";
  return others > 0
    ? `${often}, and ${others} other characters of its script are lacking too`
    : often;
}

function advice(one: Uncovered, times: number): string {
  if (one.package !== undefined) {
    return `Install the face of its script: npm install ${one.package}`;
  }
  if (rareHan.test(one.character))
    return "Write it with a more usual character, or put it in as an image: no font in an npm package that Handbill knows draws this rare Han character.";
  return times > 0
    ? "Write it with another character: no face known to Handbill has this one."
    : "It isn't typed in the file as such: look for a character reference like “&#…;”, or a title, name or status word that holds it.";
}
