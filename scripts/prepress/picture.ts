import { type PDFContext, PDFName, PDFNumber, PDFRawStream, type PDFRef } from "@cantoo/pdf-lib";
import { deflate } from "./deflate.ts";
import type { Inks } from "./inks.ts";
import { predicted } from "./predictor.ts";
import { readSamples, type Samples } from "./samples.ts";
import { shrink } from "./shrink.ts";

// Samples an inch: what a screen of 150 lines can show, and what is so much finer that it is worth the work
// (what Acrobat's settings for presses do).
const enough = 300;
const tooFine = 450;

/**
 * Puts a picture into other inks; one without any colour into shades of black alone. What no page can show of
 * it goes.
 * @param context
 *   Document.
 * @param reference
 *   The image; replaced. One that cannot be read stays.
 * @param inks
 *   What colours become.
 * @param length
 *   Side of the square whose area is that of the picture where it is largest, in points.
 */
export function convertPicture(
  context: PDFContext,
  reference: PDFRef,
  inks: Inks,
  length: number,
): void {
  const image = context.lookup(reference);
  const read = image instanceof PDFRawStream ? readSamples(image) : undefined;
  if (!(image instanceof PDFRawStream) || read === undefined) return;
  const { dict } = image;
  // Beside a mask its colours may be anything where it is clear, so they are never mixed.
  const masked = dict.has(PDFName.of("SMask"));
  const picture = masked ? read : shrink(read, factor(read, length));
  const { bytes, space, components } = inked(picture, inks);
  const row = picture.width * components;
  const stream = deflate(context, predicted(bytes, row, components), dict);
  dict.set(PDFName.of("ColorSpace"), PDFName.of(space));
  dict.set(PDFName.of("BitsPerComponent"), PDFNumber.of(8));
  dict.set(PDFName.of("Width"), PDFNumber.of(picture.width));
  dict.set(PDFName.of("Height"), PDFNumber.of(picture.height));
  dict.set(
    PDFName.of("DecodeParms"),
    context.obj({ Predictor: 15, Colors: components, Columns: picture.width }),
  );
  dict.delete(PDFName.of("ColorTransform"));
  context.assign(reference, stream);
}

function factor({ width, height }: Samples, length: number): number {
  const perInch = Math.sqrt(width * height) / (length / 72);
  return length > 0 && perInch > tooFine ? perInch / enough : 1;
}

function inked({ data, components, profile }: Samples, inks: Inks) {
  const grey = components === 1 ? data : neutral(data);
  if (grey !== undefined) {
    const bytes = grey.map((sample) => inks.greys[sample] as number);
    return { bytes, space: "DeviceGray", components: 1 };
  }
  const bytes = inks.picture(data, profile);
  return { bytes, space: inks.space, components: bytes.length / (data.length / 3) };
}

/** One sample a pixel, where all are without colour. */
function neutral(rgb: Uint8Array): Uint8Array | undefined {
  for (let at = 0; at < rgb.length; at += 3)
    if (rgb[at] !== rgb[at + 1] || rgb[at] !== rgb[at + 2]) return undefined;
  return Uint8Array.from({ length: rgb.length / 3 }, (_, pixel) => rgb[pixel * 3] as number);
}
