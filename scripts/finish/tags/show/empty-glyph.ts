import { readTrueType } from "../../../pdf/true-type.ts";

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
  const program = readTrueType(font);
  const found: EmptyGlyphs = {};
  for (let glyph = 1; program && glyph < program.glyphs; glyph++) {
    if (!program.isEmpty(glyph)) continue;
    const advance = program.advance(glyph);
    const one = { glyph, advance };
    if (!found.narrow || advance < found.narrow.advance) found.narrow = one;
    if (advance === 0 && glyph < program.advances && glyph !== found.narrow?.glyph)
      found.spare = one;
    if (advance > (found.wide?.advance ?? 0)) found.wide = one;
  }
  return found;
}
