/** A segment of a JPEG before its pixels, or its coded pixels (T.81, B.1). */
export interface JpegSegment {
  /** Second byte of the marker, such as 0xE1. */
  marker: number;
  /** From the marker to what follows; of a start of scan, its pixels with it. */
  bytes: Buffer;
}

/** A JPEG taken apart. */
export interface JpegParts {
  /** Without the marks of its beginning and its end. */
  segments: JpegSegment[];
  /** How it ends: as it should, before it should, or where no segment begins. */
  end: "whole" | "cut" | "broken";
}

const startOfScan = 0xda;
const endOfImage = 0xd9;

/**
 * Takes a JPEG apart, up to the end of its picture: cameras put films and other pictures behind it.
 * @param bytes
 *   Bytes that begin as a JPEG.
 */
export function jpegParts(bytes: Buffer): JpegParts {
  const segments: JpegSegment[] = [];
  let at = 2;
  while (at + 1 < bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return { segments, end: "broken" };
    if (marker === endOfImage) return { segments, end: "whole" };
    // Filling before a marker.
    if (marker === 0xff) at++;
    else {
      if (!isAlone(marker) && at + 4 > bytes.length) break;
      const head = at + 2 + (isAlone(marker) ? 0 : bytes.readUInt16BE(at + 2));
      const end = marker === startOfScan ? endOfScan(bytes, head) : head;
      segments.push({ marker, bytes: bytes.subarray(at, end) });
      at = end;
    }
  }
  return { segments, end: "cut" };
}

/** Puts segments together to a JPEG. */
export function jpegOf(segments: readonly JpegSegment[]): Buffer {
  const end = Buffer.from([0xff, endOfImage]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments.map(({ bytes }) => bytes), end]);
}

/**
 * Says how many colours a JPEG has.
 * @param segments
 *   All of it.
 * @returns
 *   1 of greys, 3 of red, green and blue, 4 of CMYK; 0 where it doesn't say.
 */
export function jpegComponents(segments: readonly JpegSegment[]): number {
  // Starts of frames, T.81, table B.1: behind precision, height and width.
  const frame = segments.find(
    ({ marker }) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker),
  );
  return frame?.bytes[9] ?? 0;
}

/**
 * How many bytes of coded pixels a JPEG has.
 * @param segments
 *   All of it.
 */
export function codedBytes(segments: readonly JpegSegment[]): number {
  return segments
    .filter(({ marker }) => marker === startOfScan)
    .reduce((sum, { bytes }) => sum + bytes.length - 2 - bytes.readUInt16BE(2), 0);
}

/** Where coded pixels end: at a marker that is no restart and no escape. */
function endOfScan(bytes: Buffer, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

/** Whether a marker has no length behind it. */
function isAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}
