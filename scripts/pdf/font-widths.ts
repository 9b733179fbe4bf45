import { PDFArray, PDFDict, PDFName, PDFNumber } from "@cantoo/pdf-lib";

// What ISO 32000-1 gives for nothing (table 117), and a guess at the fonts that every reader once had.
const compositeDefault = 1000;
const simpleDefault = 500;
const verticalDefault = -1000;

/**
 * Widths of a simple font.
 * @param font
 *   Its dictionary.
 * @returns
 *   Of a code: the advance in thousandths of the font size.
 */
export function simpleAdvance(font: PDFDict): (code: number) => number {
  const first = numberOf(font.lookup(PDFName.of("FirstChar"))) ?? 0;
  const widths = font.lookup(PDFName.of("Widths"));
  const list = widths instanceof PDFArray ? numbersOf(widths) : [];
  const descriptor = font.lookup(PDFName.of("FontDescriptor"));
  const missing =
    descriptor instanceof PDFDict
      ? numberOf(descriptor.lookup(PDFName.of("MissingWidth")))
      : undefined;
  const matrix = font.lookup(PDFName.of("FontMatrix"));
  // Only a Type 3 font says how large its units are.
  const scale = matrix instanceof PDFArray ? (numbersOf(matrix)[0] ?? 0) * 1000 : 1;
  return (code) => (list[code - first] ?? missing ?? simpleDefault) * scale;
}

/**
 * Widths, or heights, of the glyphs of a composite font.
 * @param font
 *   The descendant's dictionary.
 * @param vertical
 *   Whether lines run downward.
 * @returns
 *   Of a glyph (CID): the advance in thousandths of the font size.
 */
export function compositeAdvance(font: PDFDict, vertical: boolean): (glyph: number) => number {
  const known = compositeWidths(font, vertical);
  const defaults = font.lookup(PDFName.of("DW2"));
  const [, down = verticalDefault] = defaults instanceof PDFArray ? numbersOf(defaults) : [];
  const across = numberOf(font.lookup(PDFName.of("DW"))) ?? compositeDefault;
  return (glyph) => known.get(glyph) ?? (vertical ? down : across);
}

/**
 * Widths, or heights, that a composite font gives its glyphs one by one.
 * @param font
 *   The descendant's dictionary.
 * @param vertical
 *   Whether lines run downward.
 * @returns
 *   By glyph (CID): the advance in thousandths of the font size.
 */
export function compositeWidths(font: PDFDict, vertical = false): Map<number, number> {
  const known = new Map<number, number>();
  const list = font.lookup(PDFName.of(vertical ? "W2" : "W"));
  // A vertical metric is three numbers, of which the first is the advance.
  if (list instanceof PDFArray) readList(list, vertical ? 3 : 1, known);
  return known;
}

/** `first [w …]` and `first last w`, in any mixture (ISO 32000-1, 9.7.4.3). */
function readList(list: PDFArray, size: number, known: Map<number, number>): void {
  for (let at = 0; at + 1 < list.size(); ) {
    const first = numberOf(list.lookup(at)) ?? 0;
    const next = list.lookup(at + 1);
    if (next instanceof PDFArray) {
      const numbers = numbersOf(next);
      for (let one = 0; one < numbers.length; one += size)
        known.set(first + one / size, numbers[one] as number);
      at += 2;
    } else {
      const last = Math.min(numberOf(next) ?? first, 65535);
      const advance = at + 2 < list.size() ? numberOf(list.lookup(at + 2)) : undefined;
      for (let glyph = first; glyph <= last && advance !== undefined; glyph++)
        known.set(glyph, advance);
      at += 2 + size;
    }
  }
}

function numbersOf(array: PDFArray): number[] {
  return array.asArray().map((_, at) => numberOf(array.lookup(at)) ?? 0);
}

function numberOf(value: unknown): number | undefined {
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}
