import { imageSize } from "image-size";
import type { RuleId } from "../tables/rules.ts";
import { svgSize } from "./svg-size.ts";

/** An image that may be printed. */
export interface ImageFile {
  /** MIME type. */
  type: string;
  /** Pixels, as it is to be seen (a photograph's turn applied). */
  width: number;
  height: number;
}

/** Most pixels in an image: more than a sheet of A2 at 300 dots per inch needs, less than memory holds. */
const mostPixels = 80_000_000;
// Bytes before the first element's or declaration's angle bracket, of a file that is looked at as text.
const mostSpace = 256;
const namespace = "http://www.w3.org/2000/svg";
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
 *   What it is, or the rule it breaks and how (a clause after “the image ...”).
 */
export function inspectImage(bytes: Uint8Array): ImageFile | { rule: RuleId; reason: string } {
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
  if (isCut(bytes, size.type)) return { rule: "image-unreadable", reason: "is cut off at its end" };
  const fault = size.type === "svg" ? svgFault(bytes) : undefined;
  if (fault) return { rule: "image-unsafe", reason: fault };
  return { type, width: Math.ceil(width), height: Math.ceil(height) };
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
  ];
  const [, name] = kinds.find(([sign]) => sign.test(start)) ?? [];
  const printed = "PNG, JPEG, GIF, WebP or SVG";
  return name ? `is ${name}, not ${printed}` : `is no ${printed} file`;
}

function measure(bytes: Uint8Array) {
  const isMarkup = /^\s*</.test(new TextDecoder().decode(bytes.subarray(0, mostSpace)));
  const drawn = isMarkup ? svgSize(new TextDecoder().decode(bytes)) : undefined;
  if (isMarkup) return drawn && { ...drawn, type: "svg" };
  try {
    const { width, height, type, orientation = 1 } = imageSize(bytes);
    // Turns 5 to 8 lay the picture on its side; browsers print it upright.
    const turned = orientation >= 5;
    return { width: turned ? height : width, height: turned ? width : height, type: type ?? "" };
  } catch {
    return undefined;
  }
}

/** Whether the end mark of the format is missing: a browser would print such a file half empty. */
function isCut(bytes: Uint8Array, type: string): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === "png") return !text.includes("IEND", Math.max(0, text.length - 4096));
  if (type === "jpg") return text.lastIndexOf(Buffer.from([0xff, 0xd9])) < 0;
  if (type === "gif") return !isWholeGif(text);
  if (type === "webp") return text.length < text.readUInt32LE(4) + 8;
  return false;
}

/** Whether the blocks of a GIF lead to its trailer (GIF89a, 15 to 27): the trailer's byte is in any picture. */
function isWholeGif(bytes: Buffer): boolean {
  const table = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  const byte = (at: number) => bytes[at] ?? 0;
  let at = 13 + table(byte(10));
  while (at < bytes.length) {
    const kind = byte(at);
    if (kind === 0x3b) return true;
    if (kind === 0x2c) at += 11 + table(byte(at + 9));
    else if (kind === 0x21) at += 2;
    else return false;
    while (byte(at) > 0) at += byte(at) + 1;
    at++;
  }
  return false;
}

/**
 * What an SVG may not hold. Addresses go by what is allowed, so that no spelling slips through: only places in
 * the same drawing and embedded pictures.
 */
function svgFault(bytes: Uint8Array): string | undefined {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return "is a drawing that isn't in UTF-8";
  }
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return "is a drawing with a document type";
  if (/<\?(?!xml\s)/i.test(text)) return "is a drawing with processing instructions";
  if (/<(?:[\w-]+:)?(?:script|foreignObject|iframe|handler|set|animate\w*)\b/i.test(text))
    return "is a drawing with a script, a film or a foreign part";
  if (/\son\w+\s*=/i.test(text)) return "is a drawing with a script";
  const addresses = text.matchAll(/\b(?:href|src)\s*=\s*(["'])(.*?)\1/gis);
  const local = /^\s*(?:#|data:image\/(?:png|jpeg|gif|webp);base64,)/;
  for (const [, , address = ""] of addresses)
    if (!local.test(address)) return "is a drawing that loads another file";
  for (const [, address = ""] of text.matchAll(/url\(\s*["']?([^)]*)/gi))
    if (!local.test(address)) return "is a drawing that loads another file";
  if (/@import|\\[\da-f]/i.test(text)) return "is a drawing that loads another file";
  return undefined;
}
