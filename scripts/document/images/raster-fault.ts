import { inflateSync } from "node:zlib";
import { isWholeGif } from "./gif.ts";
import { endOfScan, isAlone } from "./jpeg-segments.ts";

const cut = "is cut off at its end";
const empty = "has no picture in it";
const broken = "is damaged";
/** Bytes of a PNG's pixels that are looked through; of larger ones only the frame is. */
const mostPixelBytes = 64_000_000;

/** An image of pixels, and what its header says. */
export interface Raster {
  bytes: Buffer;
  type: string;
  width: number;
  height: number;
}

/**
 * What is wrong with an image of pixels: browsers draw what is cut off or empty half, or not at all, and say nothing.
 * @param raster
 *   The image.
 * @returns
 *   A clause after “the image ...”; `undefined` when nothing is, as far as its frame tells.
 */
export function rasterFault(raster: Raster): string | undefined {
  if (raster.type === "png") return pngFault(raster);
  if (raster.type === "jpg") return jpegFault(raster);
  if (raster.type === "gif") return isWholeGif(raster.bytes) ? undefined : cut;
  if (raster.type === "webp") return webpFault(raster.bytes);
  return undefined;
}

/** PNG (third edition), 5: chunks of a length, a name, data and a check sum; 7: lines of pixels, each behind a byte. */
function pngFault({ bytes, width, height }: Raster): string | undefined {
  const data: Buffer[] = [];
  let at = 8;
  for (let name = ""; name !== "IEND"; ) {
    if (at + 12 > bytes.length) return cut;
    const length = bytes.readUInt32BE(at);
    name = bytes.toString("latin1", at + 4, at + 8);
    if (name === "IDAT") data.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
    if (at > bytes.length) return cut;
  }
  const samples = [1, 0, 3, 1, 2, 0, 4][bytes[25] ?? 0] ?? 1;
  const bits = samples * (bytes[24] ?? 8);
  // Of a picture in seven passes each line has a byte more, never less.
  const least = height * (1 + Math.ceil((width * bits) / 8));
  const isInterlaced = bytes[28] === 1;
  if (data.every(({ length }) => length === 0)) return empty;
  if (least > mostPixelBytes) return undefined;
  try {
    const pixels = inflateSync(Buffer.concat(data), { maxOutputLength: 2 * least + 4096 });
    return pixels.length < (isInterlaced ? (width * height * bits) / 8 : least) ? cut : undefined;
  } catch {
    return broken;
  }
}

/** JPEG (T.81), B: markers with a length, and behind a start of scan coded pixels up to the next marker. */
function jpegFault({ bytes, width, height }: Raster): string | undefined {
  let coded = 0;
  let at = 2;
  while (at + 1 < bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return broken;
    // A block of 64 pixels takes a bit at the least.
    if (marker === 0xd9) return coded * 8 * 64 < width * height ? empty : undefined;
    if (marker === 0xff) at++;
    else if (isAlone(marker)) at += 2;
    else {
      if (at + 4 > bytes.length) return cut;
      const start = at + 2 + bytes.readUInt16BE(at + 2);
      at = marker === 0xda ? endOfScan(bytes, start) : start;
      coded += at - start;
    }
  }
  return cut;
}

/** WebP (RFC 9649), 2.3: chunks of a name, a length and data, filled up to an even length. */
function webpFault(bytes: Buffer): string | undefined {
  const end = bytes.readUInt32LE(4) + 8;
  if (bytes.length < end) return cut;
  let hasPixels = false;
  for (let at = 12; at + 8 <= end; ) {
    const name = bytes.toString("latin1", at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    if (at + 8 + length > end) return cut;
    // Key frames of VP8 begin with ten bytes, the first of which say how long the first part is (RFC 6386, 9.1).
    const head = name === "VP8 " && length >= 10 ? 10 + (bytes.readUIntLE(at + 8, 3) >> 5) : 0;
    if (head > length) return cut;
    if (/^VP8[ L]|^ANMF/.test(name)) hasPixels ||= length > (name === "VP8 " ? 10 : 5);
    at += 8 + length + (length % 2);
  }
  return hasPixels ? undefined : empty;
}
