import { PDFBool, type PDFDict, PDFName, PDFNumber, PDFStream } from "@cantoo/pdf-lib";
import {
  intersection,
  type Matrix,
  type Rectangle,
  transformed,
  unitSquare,
} from "../pdf/matrix.ts";
import type { Dictionary } from "../pdf/operand.ts";
import { named, spaceOf } from "./ink.ts";
import type { Graphics, ImagePaint, Ink } from "./inspected.ts";

/** Where an image is placed, and what it is painted with if it is a mask. */
export interface Placing {
  matrix: Matrix;
  clip: Rectangle;
  /** Points a unit of the page's. */
  unit: number;
  fill: Ink;
  graphics: Graphics;
  resources: PDFDict | undefined;
}

const channels: Readonly<Record<string, number>> = { gray: 1, rgb: 3, cmyk: 4, lab: 3 };

/**
 * Looks at an image of the resources.
 * @param image
 *   The image.
 * @param placing
 *   Where it is.
 */
export function imagePaint(image: PDFStream, placing: Placing): ImagePaint {
  const { dict } = image;
  const number = (name: string) => {
    const value = dict.lookup(PDFName.of(name));
    return value instanceof PDFNumber ? value.asNumber() : undefined;
  };
  const isMask = dict.lookup(PDFName.of("ImageMask"));
  const painted = paint(placing, {
    width: number("Width") ?? 0,
    height: number("Height") ?? 0,
    bits: number("BitsPerComponent") ?? 8,
    mask: isMask instanceof PDFBool && isMask.asBoolean(),
    space: spaceOf(dict.lookup(PDFName.of("ColorSpace")), placing.resources),
    softMask: dict.lookup(PDFName.of("SMask")) instanceof PDFStream,
  });
  return { ...painted, stream: image };
}

/**
 * Looks at an inline image.
 * @param dictionary
 *   Its dictionary.
 * @param placing
 *   Where it is.
 */
export function inlineImagePaint(dictionary: Dictionary, placing: Placing): ImagePaint {
  const get = (short: string, long: string) => dictionary.get(short) ?? dictionary.get(long);
  const space = get("CS", "ColorSpace");
  // An indexed one, written out, is a list.
  const name = Array.isArray(space) ? space[1] : space;
  return paint(placing, {
    width: Number(get("W", "Width") ?? 0),
    height: Number(get("H", "Height") ?? 0),
    bits: Number(get("BPC", "BitsPerComponent") ?? 8),
    mask: get("IM", "ImageMask") === true,
    space: spaceOf(
      typeof name === "string" ? named(name, placing.resources) : undefined,
      placing.resources,
    ),
    softMask: false,
  });
}

interface Facts {
  width: number;
  height: number;
  bits: number;
  mask: boolean;
  space: Omit<Ink, "components">;
  softMask: boolean;
}

function paint({ matrix, clip, unit, fill, graphics }: Placing, facts: Facts): ImagePaint {
  const { width, height, mask, space, softMask } = facts;
  const [a, b, c, d] = matrix;
  const inches = (length: number) => (length * unit) / 72;
  return {
    kind: "image",
    box: intersection(transformed(unitSquare, matrix), clip),
    resolution: Math.min(width / inches(Math.hypot(a, b)), height / inches(Math.hypot(c, d))),
    width,
    height,
    depth: mask ? 1 : facts.bits * (channels[space.family] ?? 1),
    fill: mask ? fill : { ...space, components: [] },
    graphics,
    softMask,
  };
}
