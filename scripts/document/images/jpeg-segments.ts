/** A segment of a JPEG before its pixels, or its coded pixels (T.81, B.1). */
export interface JpegSegment {
  /** Second byte of the marker, such as 0xE1. */
  marker: number;
  /** From the marker to what follows; of a start of scan, its pixels with it. */
  bytes: Buffer;
}

const startOfScan = 0xda;
const endOfImage = 0xd9;

/**
 * Takes a JPEG apart, up to the end of its picture: cameras put films and other pictures behind it.
 * @param bytes
 *   A whole JPEG.
 * @returns
 *   Its segments without the marks of its beginning and its end.
 */
export function jpegSegments(bytes: Buffer): JpegSegment[] {
  const segments: JpegSegment[] = [];
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === endOfImage) break;
    // Filling before a marker.
    if (marker === 0xff) at++;
    else {
      const head = at + 2 + (isAlone(marker) ? 0 : bytes.readUInt16BE(at + 2));
      const end = marker === startOfScan ? endOfScan(bytes, head) : head;
      segments.push({ marker, bytes: bytes.subarray(at, end) });
      at = end;
    }
  }
  return segments;
}

/** Puts segments together to a JPEG. */
export function jpegOf(segments: readonly JpegSegment[]): Buffer {
  const end = Buffer.from([0xff, endOfImage]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments.map(({ bytes }) => bytes), end]);
}

/**
 * Says how many colours a JPEG has.
 * @param bytes
 *   A whole JPEG.
 * @returns
 *   1 of greys, 3 of red, green and blue, 4 of CMYK; 0 where it doesn't say.
 */
export function jpegComponents(bytes: Buffer): number {
  // Starts of frames, T.81, table B.1: behind precision, height and width.
  const frame = jpegSegments(bytes).find(
    ({ marker }) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker),
  );
  return frame?.bytes[9] ?? 0;
}

/**
 * Finds where coded pixels end: at a marker that is no restart and no escape.
 * @param bytes
 *   A JPEG.
 * @param start
 *   Within them.
 */
export function endOfScan(bytes: Buffer, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

/**
 * Whether a marker has no length behind it.
 * @param marker
 *   Its second byte.
 */
export function isAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}
