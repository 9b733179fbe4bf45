import { tableEntries } from "../../../pdf/true-type.ts";

/**
 * Gives a glyph of a TrueType font an advance, as if its maker had drawn it so wide.
 * @param font
 *   The font file.
 * @param glyph
 *   One with an advance of its own; see `findEmptyGlyphs`.
 * @param advance
 *   In thousandths of the font size.
 * @returns
 *   Another file, its checksums right.
 */
export function widenGlyph(font: Uint8Array, glyph: number, advance: number): Uint8Array {
  const widened = Uint8Array.from(font);
  const view = new DataView(widened.buffer);
  const entries = tableEntries(view);
  const entryOf = (tag: string) => entries.get(tag) as number;
  const head = view.getUint32(entryOf("head") + 8);
  const metrics = entryOf("hmtx");
  const at = view.getUint32(metrics + 8) + glyph * 4;
  const before = view.getUint32(at);
  view.setUint16(at, Math.round((advance * view.getUint16(head + 18)) / 1000));
  // The sum of the table grows by as much, that of the file by twice as much: it holds the former too.
  const more = view.getUint32(at) - before;
  view.setUint32(metrics + 4, view.getUint32(metrics + 4) + more);
  view.setUint32(head + 8, view.getUint32(head + 8) - 2 * more);
  return widened;
}
