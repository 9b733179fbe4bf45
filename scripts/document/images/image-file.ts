import { imageSize } from "image-size";
import type { RuleId } from "../../tables/rules.ts";
import { readRaster } from "./read-raster.ts";
import { svgFault } from "./svg-fault.ts";
import { svgSize } from "./svg-size.ts";

/** An image that may be printed. */
export interface ImageFile {
  /** MIME type. */
  type: string;
  /** Pixels, as it is to be seen (a photograph's turn applied). */
  width: number;
  height: number;
  /** How its rows are to be turned (Exif's Orientation), 1 where they stand as they are. */
  turn: number;
  /** Of a JPEG: how many colours it has; see `RasterReading`. */
  components?: number;
}

/** A rule that an image breaks, and how: a clause after “the image ...”. */
interface ImageFault {
  rule: RuleId;
  reason: string;
}

/** Most pixels in an image: more than a sheet of A2 at 300 dots per inch needs, less than memory holds. */
const mostPixels = 80_000_000;
// Bytes before the first element's or declaration's angle bracket, of a file that is looked at as text.
const mostSpace = 256;
const namespace = "http://www.w3.org/2000/svg";
// White space in it is left out when it is read.
const embedded = /data:image\/\w+;base64,([\w+/=\s]*)/gi;
const types: Readonly<Record<string, string>> = {
  gif: "image/gif",
  jpg: "image/jpeg",
  png: "image/png",
  svg: "image/svg+xml",
  webp: "image/webp",
};

/**
 * Looks into the bytes of an image.
 * @param bytes
 *   The file.
 * @returns
 *   What it is, or what is wrong with it.
 */
export function inspectImage(bytes: Uint8Array): ImageFile | ImageFault {
  const size = measure(bytes);
  const type = size && types[size.type];
  if (!size || !type) return { rule: "image-unreadable", reason: otherKind(bytes) };
  const { width, height } = size;
  if (!(width > 0 && height > 0))
    return { rule: "image-unreadable", reason: "has no width or no height" };
  if (width * height > mostPixels)
    return {
      rule: "image-size",
      reason: `has ${width} × ${height} pixels, more than can be printed`,
    };
  if (size.type === "svg" && !Buffer.from(bytes).includes(namespace))
    return { rule: "image-unreadable", reason: `is a drawing without xmlns="${namespace}"` };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const seen = { type, width: Math.ceil(width), height: Math.ceil(height), turn: size.turn };
  if (size.type === "svg") return drawingFault(buffer) ?? seen;
  const { fault, ...more } = readRaster(type, { bytes: buffer, width, height });
  return fault === undefined ? { ...seen, ...more } : { rule: "image-unreadable", reason: fault };
}

/** What is wrong with a drawing, or with a picture in it. */
function drawingFault(bytes: Buffer): ImageFault | undefined {
  const fault = svgFault(bytes);
  if (fault) return fault;
  for (const [, held = ""] of bytes.toString("latin1").matchAll(embedded)) {
    const picture = inspectImage(Buffer.from(held, "base64"));
    if ("rule" in picture) return { ...picture, reason: `holds a picture that ${picture.reason}` };
  }
  return undefined;
}

/** What a file is that cannot be printed, by its first bytes: telephones and scanners make some of these. */
function otherKind(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  const kinds: readonly [sign: RegExp, name: string][] = [
    [/^.{4}ftyp(?:he|mif1|msf1)/s, "a HEIC picture, as iPhones make them"],
    [/^.{4}ftypavi/s, "an AVIF picture"],
    [/^(?:II\*\0|MM\0\*)/, "a TIFF picture"],
    [/^BM/, "a BMP picture"],
    [/^%PDF-/, "a PDF"],
    [/^(?:<!doctype html|<html)/i, "a page of the web"],
    [/^version https:/, "a note of Git LFS of where the picture is kept"],
  ];
  if (bytes.length === 0) return "is empty: nothing was saved in it";
  const [, name] = kinds.find(([sign]) => sign.test(start)) ?? [];
  const printed = "PNG, JPEG, GIF, WebP or SVG";
  return name ? `is ${name}, not ${printed}` : `is no ${printed} file`;
}

function measure(bytes: Uint8Array) {
  const isMarkup = /^\s*</.test(new TextDecoder().decode(bytes.subarray(0, mostSpace)));
  const drawn = isMarkup ? svgSize(new TextDecoder().decode(bytes)) : undefined;
  if (isMarkup) return drawn && { ...drawn, type: "svg", turn: 1 };
  try {
    const { width, height, type, orientation = 1 } = imageSize(bytes);
    // Turns 5 to 8 lay the picture on its side; browsers print it upright.
    const [across, down] = orientation >= 5 ? [height, width] : [width, height];
    return { width: across, height: down, type: type ?? "", turn: orientation };
  } catch {
    return undefined;
  }
}
