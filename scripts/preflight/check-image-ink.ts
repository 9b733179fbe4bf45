import { PDFArray, PDFName, type PDFStream } from "@cantoo/pdf-lib";
import { decodeStream } from "../pdf/stream.ts";
import { limits } from "../tables/print-limits.ts";
import { paintsWithin } from "./edges.ts";
import { type Finding, find } from "./finding.ts";
import type { ImagePaint, Inspected } from "./inspected.ts";
import { sayWhy } from "./why.ts";

const channels = 4;
const highest = 255;
// A thousandth of the pixels may be anything: edges overshoot, and nobody sees them smear.
const few = 0.001;
// What rounding to whole steps makes of the limit, per cent.
const tolerance = 1;
// Needs another decoder than ours (ISO 32000-1, 7.4.8 and 7.4.9).
const undecoded = new Set(["DCTDecode", "JPXDecode"]);

/**
 * Looks for images of more ink than paper takes: those in CMYK, a byte an ink, that aren't JPEGs.
 * @param inspected
 *   The file.
 * @returns
 *   Findings `ink-heavy`, and `content-damaged` of an image that can't be read.
 */
export function checkImageInk({ pages }: Inspected): Finding[] {
  const known = new Map<PDFStream, number>();
  return pages.flatMap((page) =>
    paintsWithin(page).flatMap((paint) => {
      if (paint.kind !== "image" || !paint.stream) return [];
      const ink = known.get(paint.stream) ?? inkOf(paint, paint.stream);
      if (typeof ink === "string")
        return [find("content-damaged", { why: `of an image, ${ink}` }, { page, box: paint.box })];
      known.set(paint.stream, ink);
      if (ink <= limits.ink + tolerance) return [];
      const values = { what: "An image", ink, most: limits.ink };
      return [find("ink-heavy", values, { page, box: paint.box, measure: -ink })];
    }),
  );
}

/** Per cent of ink that all but a few pixels keep under, 0 where nobody knows; or why it can't be read. */
function inkOf({ fill, depth, width, height }: ImagePaint, stream: PDFStream): number | string {
  if (fill.family !== "cmyk" || depth !== 8 * channels || isOdd(stream)) return 0;
  try {
    return heaviest(decodeStream(stream), width * height);
  } catch (error) {
    return sayWhy(error);
  }
}

function heaviest(bytes: Uint8Array, pixels: number): number {
  const count = Math.min(pixels, Math.floor(bytes.length / channels));
  const pixelsOf = new Uint32Array(highest * channels + 1);
  for (let at = 0; at < count * channels; at += channels) {
    const sum =
      (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) + (bytes[at + 2] ?? 0) + (bytes[at + 3] ?? 0);
    pixelsOf[sum] = (pixelsOf[sum] ?? 0) + 1;
  }
  let above = 0;
  let sum = pixelsOf.length - 1;
  for (; sum > 0; sum--) {
    above += pixelsOf[sum] ?? 0;
    if (above > count * few) break;
  }
  return Math.round((sum / highest) * 100);
}

/** Whether its bytes aren't simply shares of ink. */
function isOdd({ dict }: PDFStream): boolean {
  const written = dict.lookup(PDFName.of("Filter"));
  const filters = written instanceof PDFArray ? written.asArray() : [written];
  const names = filters.map((one) => (one instanceof PDFName ? one.decodeText() : ""));
  const space = dict.lookup(PDFName.of("ColorSpace"));
  const indexed = space instanceof PDFArray && space.lookup(0) === PDFName.of("Indexed");
  return indexed || dict.has(PDFName.of("Decode")) || names.some((name) => undecoded.has(name));
}
