import { viewOf, words } from "./sfnt.ts";

/**
 * Writes a map from characters to glyphs. Format 12: groups of code points that follow each other, here of one each.
 * @param glyphs
 *   Glyph by code point.
 * @returns
 *   The table `cmap`.
 */
export function characterMap(glyphs: ReadonlyMap<number, number>): Uint8Array {
  const groups = [...glyphs].sort(([one], [other]) => one - other);
  const bytes = new Uint8Array(12 + 16 + 12 * groups.length);
  const view = viewOf(bytes);
  bytes.set(words([0, 1, 3, 10, 0, 12, 12, 0]));
  view.setUint32(16, 16 + 12 * groups.length);
  view.setUint32(24, groups.length);
  for (const [index, [point, glyph]] of groups.entries()) {
    view.setUint32(28 + 12 * index, point);
    view.setUint32(32 + 12 * index, point);
    view.setUint32(36 + 12 * index, glyph);
  }
  return bytes;
}
