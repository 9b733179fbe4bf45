import { readTrueType } from "../../../pdf/true-type.ts";

/** A glyph without ink. */
export interface EmptyGlyph {
  glyph: number;
  /** In thousandths of the font size. */
  advance: number;
}

/**
 * Finds the blank of a TrueType font: the widest glyph without an outline, mostly the space. Never glyph 0, which stands
 * for what a font lacks.
 * @param font
 *   The font file.
 * @returns
 *   `undefined` where none has an advance.
 */
export function findBlank(font: Uint8Array): EmptyGlyph | undefined {
  const program = readTrueType(font);
  let found: EmptyGlyph | undefined;
  for (let glyph = 1; program && glyph < program.glyphs; glyph++) {
    const advance = program.isEmpty(glyph) ? program.advance(glyph) : 0;
    if (advance > (found?.advance ?? 0)) found = { glyph, advance };
  }
  return found;
}
