// PNG's filter by the sample that is nearest to what its three neighbours foretell (ISO/IEC 15948, 9.4).
const paeth = 4;

/**
 * Writes samples as differences from what their neighbours foretell, which packs photographs better.
 * @param bytes
 *   Samples, row by row.
 * @param row
 *   Bytes a row.
 * @param components
 *   Bytes a pixel.
 * @returns
 *   For `/Predictor 15`: each row behind a byte that names its filter.
 */
export function predicted(bytes: Uint8Array, row: number, components: number): Uint8Array {
  const rows = bytes.length / row;
  const result = new Uint8Array(bytes.length + rows);
  for (let line = 0, to = 0; line < rows; line++) {
    result[to++] = paeth;
    for (let column = 0; column < row; column++) {
      const at = line * row + column;
      const inside = column >= components;
      const left = inside ? (bytes[at - components] as number) : 0;
      const above = line > 0 ? (bytes[at - row] as number) : 0;
      const corner = inside && line > 0 ? (bytes[at - row - components] as number) : 0;
      result[to++] = (bytes[at] as number) - nearest(left, above, corner);
    }
  }
  return result;
}

function nearest(left: number, above: number, corner: number): number {
  const toLeft = Math.abs(above - corner);
  const toAbove = Math.abs(left - corner);
  const toCorner = Math.abs(left + above - 2 * corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
