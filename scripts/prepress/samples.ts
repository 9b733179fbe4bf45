import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  type PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
} from "@cantoo/pdf-lib";
import { decode } from "jpeg-js";
import { decodeStream } from "../pdf/stream.ts";
import { kindOfSpace } from "./spaces.ts";

/** A picture, read. */
export interface Samples {
  width: number;
  height: number;
  /** 1, greys, or 3, red, green and blue. */
  components: 1 | 3;
  /** A byte a component, row by row. */
  data: Uint8Array;
  /** ICC profile of its colours, where it brings one; else they are sRGB's. */
  profile?: Uint8Array;
}

const componentsOf: Readonly<Record<string, 1 | 3>> = { grey: 1, rgb: 3 };
const jpeg = PDFName.of("DCTDecode");

/**
 * Reads an image as browsers write them: 8 bits a sample, in greys or sRGB, as JPEG or plain.
 * @param image
 *   Image.
 * @returns
 *   Its samples; `undefined` where it is of another kind, a stencil for one, or damaged.
 */
export function readSamples(image: PDFRawStream): Samples | undefined {
  const { dict } = image;
  const number = (key: string) => dict.lookupMaybe(PDFName.of(key), PDFNumber)?.asNumber() ?? 0;
  const [width, height] = [number("Width"), number("Height")];
  const components = componentsOf[kindOfSpace(dict.lookup(PDFName.of("ColorSpace")))];
  if (components === undefined || number("BitsPerComponent") !== 8) return undefined;
  const stencil = dict.lookup(PDFName.of("ImageMask")) === PDFBool.True;
  // Masked by colour, or its samples run another way.
  const strange = ["Mask", "Decode", "DecodeParms"].some((key) => dict.has(PDFName.of(key)));
  if (stencil || strange) return undefined;
  const data = isJpeg(image)
    ? fromJpeg(image.contents, components)
    : decodePDFRawStream(image).decode();
  if (data?.length !== width * height * components) return undefined;
  const profile = profileOf(dict);
  return { width, height, components, data, ...(profile && { profile }) };
}

/** A camera's own colours, for one: wider than those of sRGB. */
function profileOf(dict: PDFDict): Uint8Array | undefined {
  const space = dict.lookup(PDFName.of("ColorSpace"));
  const profile = space instanceof PDFArray ? space.lookup(1) : undefined;
  return profile instanceof PDFRawStream ? decodeStream(profile) : undefined;
}

function isJpeg({ dict }: PDFRawStream): boolean {
  const filter = dict.lookup(PDFName.of("Filter"));
  return (filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter) === jpeg;
}

function fromJpeg(bytes: Uint8Array, components: 1 | 3): Uint8Array | undefined {
  try {
    // Manuscripts may have pictures of 80 million pixels; the default limits are lower.
    const { data, width, height } = decode(bytes, {
      useTArray: true,
      formatAsRGBA: false,
      maxResolutionInMP: 100,
      maxMemoryUsageInMB: 2048,
    });
    // Greys come three times over.
    return components === 3
      ? data
      : Uint8Array.from({ length: width * height }, (_, pixel) => data[pixel * 3] as number);
  } catch {
    return undefined;
  }
}
