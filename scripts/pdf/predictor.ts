import { type PDFDict, PDFName, PDFNumber } from "@cantoo/pdf-lib";

const tiff = 2;
/** From here on each row says by which of PNG's filters it was written. */
const png = 10;

/**
 * Undoes what a predictor did before compression (ISO 32000-1, 7.4.4.4).
 * @param bytes
 *   Decompressed.
 * @param parameters
 *   The filter's parameters.
 * @returns
 *   The bytes meant; of a predictor that isn't known, those given.
 */
export function undoPredictor(bytes: Uint8Array, parameters: PDFDict): Uint8Array {
  const number = (name: string, other: number) => {
    const value = parameters.lookup(PDFName.of(name));
    return value instanceof PDFNumber ? value.asNumber() : other;
  };
  const predictor = number("Predictor", 1);
  const [colours, bits] = [number("Colors", 1), number("BitsPerComponent", 8)];
  const row = Math.ceil((number("Columns", 1) * colours * bits) / 8);
  const pixel = Math.max(1, Math.ceil((colours * bits) / 8));
  if (row < 1 || !Number.isFinite(row)) return bytes;
  if (predictor >= png) return undoPng(bytes, row, pixel);
  // Of other depths than a byte nobody has seen any.
  return predictor === tiff && bits === 8 ? undoTiff(bytes, row, pixel) : bytes;
}

function undoTiff(bytes: Uint8Array, row: number, pixel: number): Uint8Array {
  const plain = Uint8Array.from(bytes);
  for (let at = 0; at < plain.length; at++)
    if (at % row >= pixel) plain[at] = (plain[at] as number) + (plain[at - pixel] as number);
  return plain;
}

function undoPng(bytes: Uint8Array, row: number, pixel: number): Uint8Array {
  const rows = Math.ceil(bytes.length / (row + 1));
  const plain = new Uint8Array(rows * row);
  for (let line = 0; line < rows; line++) {
    const filter = bytes[line * (row + 1)] as number;
    const from = line * (row + 1) + 1;
    const to = line * row;
    for (let at = 0; at < row; at++) {
      const left = at < pixel ? 0 : (plain[to + at - pixel] as number);
      const up = line === 0 ? 0 : (plain[to + at - row] as number);
      const corner = at < pixel || line === 0 ? 0 : (plain[to + at - row - pixel] as number);
      plain[to + at] = (bytes[from + at] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return plain;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  return filter === 4 ? paeth(left, up, corner) : 0;
}

/** The neighbour that is nearest to what a plane through all three would give. */
function paeth(left: number, up: number, corner: number): number {
  const plane = left + up - corner;
  const [a, b, c] = [Math.abs(plane - left), Math.abs(plane - up), Math.abs(plane - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
