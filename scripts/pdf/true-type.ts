/** What a TrueType font says of its glyphs. */
export interface TrueType {
  /** How many it has, and how many of the first have an advance of their own. */
  glyphs: number;
  advances: number;
  /** Whether a glyph has no outline. */
  isEmpty(glyph: number): boolean;
  /** Advance of a glyph, in thousandths of the font size. */
  advance(glyph: number): number;
}

/**
 * Reads a TrueType font.
 * @param font
 *   The font file.
 * @returns
 *   `undefined` where it lacks a table.
 */
export function readTrueType(font: Uint8Array): TrueType | undefined {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  if (font.length < headerLength) return undefined;
  const entries = tableEntries(view);
  const [head, loca, hmtx, hhea, maxp] = ["head", "loca", "hmtx", "hhea", "maxp"].map((name) => {
    const entry = entries.get(name);
    return entry === undefined ? undefined : view.getUint32(entry + 8);
  });
  if (!head || !loca || !hmtx || !hhea || !maxp) return undefined;
  const unitsPerEm = view.getUint16(head + 18);
  const long = view.getInt16(head + 50) === 1;
  const advances = view.getUint16(hhea + 34);
  const glyphs = view.getUint16(maxp + 4);
  const offset = (glyph: number) =>
    long ? view.getUint32(loca + glyph * 4) : view.getUint16(loca + glyph * 2) * 2;
  return {
    glyphs,
    advances,
    isEmpty: (glyph) => glyph >= glyphs || offset(glyph) === offset(glyph + 1),
    advance: (glyph) =>
      (view.getUint16(hmtx + Math.min(glyph, advances - 1) * 4) * 1000) / unitsPerEm,
  };
}

/** Bytes before the directory of a font file. */
export const headerLength = 12;
/** Bytes of an entry of it: tag, checksum, place, length. */
export const entryLength = 16;

/**
 * Reads the directory of a font file.
 * @param view
 *   The font file.
 * @returns
 *   By tag, where the entry of a table stands; in the order of the file.
 */
export function tableEntries(view: DataView): Map<string, number> {
  const entries = new Map<string, number>();
  for (let index = 0; index < view.getUint16(4); index++) {
    const at = headerLength + index * entryLength;
    if (at + entryLength > view.byteLength) break;
    const tag = [0, 1, 2, 3].map((byte) => String.fromCharCode(view.getUint8(at + byte))).join("");
    entries.set(tag, at);
  }
  return entries;
}
