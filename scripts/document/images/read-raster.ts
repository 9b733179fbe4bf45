import { inflateSync } from "node:zlib";
import { gifParts } from "./gif-blocks.ts";
import { codedBytes, jpegComponents, jpegParts } from "./jpeg-segments.ts";
import { pngChunks } from "./png-chunks.ts";
import { webpChunks } from "./webp-chunks.ts";

const cut = "is cut off at its end";
const empty = "has no picture in it";
const broken = "is damaged";
/** Bytes of a PNG's pixels that are looked through; of larger ones only the frame is. */
const mostPixelBytes = 64_000_000;

/** An image of pixels, and what its header says. */
export interface Raster {
  bytes: Buffer;
  width: number;
  height: number;
}

/** What the frame of an image tells. */
export interface RasterReading {
  /** What is wrong with it: a clause after “the image ...”. */
  fault?: string | undefined;
  /** Of a JPEG: how many colours it has, 1 of greys, 3 of red, green and blue, 4 of CMYK; 0 where it doesn't say. */
  components?: number;
}

/**
 * Reads the frame of an image of pixels: browsers draw what is cut off or empty half, or not at all, and say nothing.
 * @param type
 *   MIME type.
 * @param raster
 *   The image.
 */
export function readRaster(type: string, raster: Raster): RasterReading {
  return readers[type]?.(raster) ?? {};
}

const readers: Readonly<Record<string, (raster: Raster) => RasterReading>> = {
  "image/gif": ({ bytes }) => ({ fault: gifFault(bytes) }),
  "image/jpeg": readJpeg,
  "image/png": (raster) => ({ fault: pngFault(raster) }),
  "image/webp": ({ bytes }) => ({ fault: webpFault(bytes) }),
};

function readJpeg({ bytes, width, height }: Raster): RasterReading {
  const { segments, end } = jpegParts(bytes);
  if (end !== "whole") return { fault: end === "cut" ? cut : broken };
  // A block of 64 pixels takes a bit at the least.
  if (codedBytes(segments) * 8 * 64 < width * height) return { fault: empty };
  return { components: jpegComponents(segments) };
}

/** PNG (third edition), 7: lines of pixels, each behind a byte. */
function pngFault({ bytes, width, height }: Raster): string | undefined {
  const chunks = pngChunks(bytes);
  if (chunks.at(-1)?.name !== "IEND") return cut;
  const data = chunks
    .filter(({ name }) => name === "IDAT")
    .map((chunk) => chunk.bytes.subarray(8, -4));
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

function gifFault(bytes: Buffer): string | undefined {
  const hasPixels = gifParts(bytes)?.blocks.some(
    ({ kind, length }) => kind === "picture" && length > 0,
  );
  return hasPixels ? undefined : cut;
}

function webpFault(bytes: Buffer): string | undefined {
  const chunks = webpChunks(bytes);
  if (!chunks) return cut;
  let hasPixels = false;
  for (const { name, bytes: chunk } of chunks) {
    const length = chunk.readUInt32LE(4);
    // Key frames of VP8 begin with ten bytes, the first of which say how long the first part is (RFC 6386, 9.1).
    const head = name === "VP8 " && length >= 10 ? 10 + (chunk.readUIntLE(8, 3) >> 5) : 0;
    if (head > length) return cut;
    if (/^VP8[ L]|^ANMF/.test(name)) hasPixels ||= length > (name === "VP8 " ? 10 : 5);
  }
  return hasPixels ? undefined : empty;
}
