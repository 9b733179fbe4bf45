import type { Chunk } from "./png-chunks.ts";

/**
 * Takes a WebP apart (RFC 9649, 2.3: a name, a length and data, filled up to an even length).
 * @param bytes
 *   Bytes that begin as a WebP.
 * @returns
 *   Its chunks; `undefined` when the file is cut off.
 */
export function webpChunks(bytes: Buffer): Chunk[] | undefined {
  const whole = bytes.readUInt32LE(4) + 8;
  if (bytes.length < whole) return undefined;
  const chunks: Chunk[] = [];
  for (let at = 12; at + 8 <= whole; ) {
    const length = bytes.readUInt32LE(at + 4);
    if (at + 8 + length > whole) return undefined;
    const end = at + 8 + length + (length % 2);
    chunks.push({ name: bytes.toString("latin1", at, at + 4), bytes: bytes.subarray(at, end) });
    at = end;
  }
  return chunks;
}
