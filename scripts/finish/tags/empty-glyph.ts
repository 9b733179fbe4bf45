/** A glyph without ink. */
export interface EmptyGlyph {
  glyph: number;
  /** In thousandths of the font size. */
  advance: number;
}

/** Those of a font. */
export interface EmptyGlyphs {
  narrow?: EmptyGlyph;
  wide?: EmptyGlyph;
  spare?: EmptyGlyph;
}

/**
 * Finds glyphs without ink in a TrueType font: the narrowest, since what a subset leaves out stays behind as
 * such, the widest, mostly the space, and one without an advance that could be given one. Never glyph 0, which stands
 * for what a font lacks.
 * @param font
 *   The font file.
 */
export function findEmptyGlyphs(font: Uint8Array): EmptyGlyphs {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = tablesOf(view);
  const [head, loca, hmtx, hhea, maxp] = ["head", "loca", "hmtx", "hhea", "maxp"].map((name) =>
    tables.get(name),
  );
  if (!head || !loca || !hmtx || !hhea || !maxp) return {};
  const unitsPerEm = view.getUint16(head + 18);
  const long = view.getInt16(head + 50) === 1;
  const metrics = view.getUint16(hhea + 34);
  const count = view.getUint16(maxp + 4);
  const offset = (glyph: number) =>
    long ? view.getUint32(loca + glyph * 4) : view.getUint16(loca + glyph * 2) * 2;
  const found: EmptyGlyphs = {};
  for (let glyph = 1; glyph < count; glyph++) {
    if (offset(glyph) !== offset(glyph + 1)) continue;
    const advance = (view.getUint16(hmtx + Math.min(glyph, metrics - 1) * 4) * 1000) / unitsPerEm;
    const one = { glyph, advance };
    if (!found.narrow || advance < found.narrow.advance) found.narrow = one;
    if (advance === 0 && glyph < metrics && glyph !== found.narrow?.glyph) found.spare = one;
    if (advance > (found.wide?.advance ?? 0)) found.wide = one;
  }
  return found;
}

function tablesOf(view: DataView): Map<string, number> {
  const tables = new Map<string, number>();
  for (let index = 0; index < view.getUint16(4); index++) {
    const at = 12 + index * 16;
    const name = [0, 1, 2, 3].map((byte) => String.fromCharCode(view.getUint8(at + byte))).join("");
    tables.set(name, view.getUint32(at + 8));
  }
  return tables;
}
