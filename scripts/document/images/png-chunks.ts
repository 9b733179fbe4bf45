/** A part of a PNG or a WebP: a name, and data. */
export interface Chunk {
  name: string;
  /** All of it, with its length, its name and what follows its data. */
  bytes: Buffer;
}

/**
 * Takes a PNG apart, up to its end (third edition, 5: a length, a name, data and a check sum).
 * @param bytes
 *   Bytes that begin as a PNG.
 * @returns
 *   Its chunks as far as they are whole; the last is `IEND`, unless the file is cut off.
 */
export function pngChunks(bytes: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= bytes.length && chunks.at(-1)?.name !== "IEND"; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) break;
    chunks.push({ name: bytes.toString("latin1", at + 4, at + 8), bytes: bytes.subarray(at, end) });
    at = end;
  }
  return chunks;
}
