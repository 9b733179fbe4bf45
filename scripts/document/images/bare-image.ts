import { type JpegSegment, jpegOf, jpegSegments } from "./jpeg-segments.ts";

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
  "image/jpeg": bareJpeg,
  "image/png": barePng,
  "image/webp": bareWebp,
  "image/svg+xml": bareSvg,
};

/**
 * The segments of a JPEG that say what its colours are.
 * @param bytes
 *   A whole JPEG.
 */
export function profileOf(bytes: Buffer): JpegSegment[] {
  return jpegSegments(bytes).filter(isProfile);
}

/** ICC.1, B.4. */
function isProfile({ marker, bytes }: JpegSegment): boolean {
  return marker === 0xe2 && bytes.toString("latin1", 4, 16) === "ICC_PROFILE\0";
}

/** Of the segments for applications: JFIF's, which says that its colours are YCbCr, and Adobe's, which says how CMYK is kept. */
const colours = [0xe0, 0xee];

function bareJpeg(bytes: Buffer, turn: number): Buffer {
  const kept = jpegSegments(bytes).filter((segment) => {
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
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const name = bytes.toString("latin1", at + 4, at + 8);
    // Those without which there is no picture begin with a capital.
    if (/^[A-Z]/.test(name) || shown.split(" ").includes(name)) kept.push(bytes.subarray(at, end));
    if (name === "IEND") break;
    at = end;
  }
  return Buffer.concat(kept);
}

// RFC 9649, 2.7: the bits of VP8X that say there is Exif or XMP.
const saysMore = 0x0c;

function bareWebp(bytes: Buffer): Buffer {
  const kept: Buffer[] = [];
  const whole = bytes.readUInt32LE(4) + 8;
  for (let at = 12; at + 8 <= whole; ) {
    const length = bytes.readUInt32LE(at + 4);
    const end = at + 8 + length + (length % 2);
    const name = bytes.toString("latin1", at, at + 4);
    const chunk = Buffer.from(bytes.subarray(at, end));
    if (name === "VP8X") chunk[8] = (chunk[8] ?? 0) & ~saysMore;
    if (name !== "EXIF" && name !== "XMP ") kept.push(chunk);
    at = end;
  }
  const head = Buffer.from(bytes.subarray(0, 12));
  head.writeUInt32LE(4 + kept.reduce((sum, { length }) => sum + length, 0), 4);
  return Buffer.concat([head, ...kept]);
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
