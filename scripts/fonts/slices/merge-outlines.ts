import type { Share } from "./merge.ts";
import { tableOf, viewOf } from "./sfnt.ts";

/**
 * Puts the outlines of slices one behind the other.
 * @param shares
 *   All slices.
 * @returns
 *   The tables `glyf`, and `loca` in its long form.
 */
export function outlines(shares: readonly Share[]): { glyf: Uint8Array; loca: Uint8Array } {
  const parts: Uint8Array[] = [];
  const offsets = [0];
  let end = 0;
  for (const { tables, shift, count } of shares) {
    const all = tableOf(tables, "glyf");
    const places = viewOf(tableOf(tables, "loca"));
    const long = viewOf(tableOf(tables, "head")).getInt16(50) === 1;
    const place = (glyph: number) =>
      long ? places.getUint32(4 * glyph) : 2 * places.getUint16(2 * glyph);
    for (let glyph = 0; glyph < count; glyph++) {
      const outline = renumbered(all.subarray(place(glyph), place(glyph + 1)), shift);
      parts.push(outline);
      end += outline.length;
      offsets.push(end);
    }
  }
  const glyf = new Uint8Array(end);
  for (const [index, part] of parts.entries()) glyf.set(part, offsets[index]);
  const loca = new Uint8Array(4 * offsets.length);
  const view = viewOf(loca);
  for (const [index, offset] of offsets.entries()) view.setUint32(4 * index, offset);
  return { glyf, loca };
}

// A composite glyph names its components by number. Flags: OpenType, `glyf`, component glyph flags.
function renumbered(outline: Uint8Array, shift: number): Uint8Array {
  if (outline.length < 10 || viewOf(outline).getInt16(0) >= 0) return outline;
  const copy = outline.slice();
  const view = viewOf(copy);
  let at = 10;
  let flags: number;
  do {
    flags = view.getUint16(at);
    view.setUint16(at + 2, view.getUint16(at + 2) + shift);
    at += 4 + (flags & 0x0001 ? 4 : 2);
    at += flags & 0x0008 ? 2 : flags & 0x0040 ? 4 : flags & 0x0080 ? 8 : 0;
  } while (flags & 0x0020);
  return copy;
}
