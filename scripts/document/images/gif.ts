/**
 * Whether the blocks of a GIF lead to its trailer (GIF89a, 15 to 27), with a picture on the way: the trailer's byte is
 * in any picture.
 * @param bytes
 *   A GIF.
 */
export function isWholeGif(bytes: Uint8Array): boolean {
  const table = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  const byte = (at: number) => bytes[at] ?? 0;
  let at = 13 + table(byte(10));
  let hasPixels = false;
  while (at < bytes.length) {
    const kind = byte(at);
    if (kind === 0x3b) return hasPixels;
    if (kind === 0x2c) at += 11 + table(byte(at + 9));
    else if (kind === 0x21) at += 2;
    else return false;
    hasPixels ||= kind === 0x2c && byte(at) > 0;
    while (byte(at) > 0) at += byte(at) + 1;
    at++;
  }
  return false;
}
