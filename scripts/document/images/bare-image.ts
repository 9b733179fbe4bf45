import { type GifBlock, gifParts } from "./gif-blocks.ts";
import { type JpegSegment, jpegOf, jpegParts } from "./jpeg-segments.ts";
import { pngChunks } from "./png-chunks.ts";
import { webpChunks } from "./webp-chunks.ts";

/**
 * Leaves out of an image what its picture doesn't need: where and when a photograph was taken, with which telephone, by
 * whom; where a drawing was kept. What a page holds goes to everybody.
 * @param bytes
 *   A whole image.
 * @param type
 *   MIME type.
 * @param turn
 *   How a photograph's rows are to be turned (Exif's Orientation), 1 where they stand as they are.
 * @returns
 *   The image, its pixels and colours the same.
 */
export function bareImage(bytes: Buffer, type: string, turn = 1): Buffer {
  return bare[type]?.(bytes, turn) ?? bytes;
}

const bare: Readonly<Record<string, (bytes: Buffer, turn: number) => Buffer>> = {
  "image/gif": bareGif,
  "image/jpeg": bareJpeg,
  "image/png": barePng,
  "image/webp": bareWebp,
  "image/svg+xml": bareSvg,
};

/** Extensions that say how long a picture is shown, and which of its colours is none (GIF89a, 23). */
const control = 0xf9;
/** Programs whose extensions say that pictures are shown again and again, and what colours are. */
const shownBy = /^(?:NETSCAPE2\.0|ANIMEXTS1\.0|ICCRGBG1012)$/;

function bareGif(bytes: Buffer): Buffer {
  const parts = gifParts(bytes);
  if (!parts) return bytes;
  const isShown = ({ kind, label, bytes: block }: GifBlock) =>
    kind !== "extension" || label === control || shownBy.test(block.toString("latin1", 3, 14));
  return Buffer.concat([parts.head, ...parts.blocks.filter(isShown).map((block) => block.bytes)]);
}

/**
 * The segments of a JPEG that say what its colours are.
 * @param bytes
 *   A whole JPEG.
 */
export function profileOf(bytes: Buffer): JpegSegment[] {
  return jpegParts(bytes).segments.filter(isProfile);
}

/** ICC.1, B.4. */
function isProfile({ marker, bytes }: JpegSegment): boolean {
  return marker === 0xe2 && bytes.toString("latin1", 4, 16) === "ICC_PROFILE\0";
}

/** Of the segments for applications: JFIF's, which says that its colours are YCbCr, and Adobe's, which says how CMYK is kept. */
const colours = [0xe0, 0xee];

function bareJpeg(bytes: Buffer, turn: number): Buffer {
  const kept = jpegParts(bytes).segments.filter((segment) => {
    const { marker } = segment;
    const isComment = marker === 0xfe;
    const isApplication = marker >= 0xe0 && marker <= 0xef;
    return !isComment && (!isApplication || colours.includes(marker) || isProfile(segment));
  });
  return jpegOf(turn === 1 ? kept : [turned(turn), ...kept]);
}

/** A segment that says how rows are turned, and nothing else (Exif 2.32, 4.6.4: Orientation, a short). */
function turned(turn: number): JpegSegment {
  const tiff = Buffer.from(`4d4d002a00000008000101120003000000010000000000000000`, "hex");
  tiff.writeUInt16BE(turn, 18);
  const exif = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return { marker: 0xe1, bytes: Buffer.concat([head, exif]) };
}

/** What shows how pixels are to be seen, and how they move (PNG, third edition, 11.3). */
const shown = "tRNS gAMA cHRM sRGB iCCP sBIT cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT";

function barePng(bytes: Buffer): Buffer {
  // Those without which there is no picture begin with a capital.
  const kept = pngChunks(bytes).filter(
    ({ name }) => /^[A-Z]/.test(name) || shown.split(" ").includes(name),
  );
  return Buffer.concat([bytes.subarray(0, 8), ...kept.map((chunk) => chunk.bytes)]);
}

// RFC 9649, 2.7: the bits of VP8X that say there is Exif or XMP.
const saysMore = 0x0c;

function bareWebp(bytes: Buffer): Buffer {
  const kept = (webpChunks(bytes) ?? [])
    .filter(({ name }) => name !== "EXIF" && name !== "XMP ")
    .map((chunk) => (chunk.name === "VP8X" ? plainFeatures(chunk.bytes) : chunk.bytes));
  const head = Buffer.from(bytes.subarray(0, 12));
  head.writeUInt32LE(4 + kept.reduce((sum, { length }) => sum + length, 0), 4);
  return Buffer.concat([head, ...kept]);
}

function plainFeatures(chunk: Buffer): Buffer {
  const plain = Buffer.from(chunk);
  plain[8] = (plain[8] ?? 0) & ~saysMore;
  return plain;
}

/** What drawing programs note for themselves: paths and names among it. */
function bareSvg(bytes: Buffer): Buffer {
  const written = bytes.toString();
  // What looks like a comment there is none.
  if (written.includes("<![CDATA[")) return bytes;
  const text = written
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<((?:\w+:)?metadata)(?:\s[^>]*)?(?:\/>|>[\s\S]*?<\/\1\s*>)/g, "")
    .replace(/<[^!?/][^>]*>/g, (tag) =>
      tag.replace(/\s(?:inkscape|sodipodi):[\w-]+\s*=\s*(?:"[^"]*"|'[^']*')/g, ""),
    );
  return Buffer.from(text);
}
