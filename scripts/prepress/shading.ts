import { type PDFContext, type PDFDict, PDFName, PDFNumber } from "@cantoo/pdf-lib";
import { deflate } from "./deflate.ts";
import { type Curve, numbers, readCurve } from "./function.ts";
import { channels, type Inks, type Rgb } from "./inks.ts";
import { kindOfSpace } from "./spaces.ts";

// Inks do not mix as light does: a gradient is written as so many samples, of 16 bits.
const samples = 256;
const highest = 65535;

/**
 * Puts a gradient along a line or between circles into other inks.
 * @param context
 *   Document.
 * @param shading
 *   Its dictionary, changed in place; one of another kind stays as it is.
 * @param inks
 *   What colours become.
 */
export function convertShading(context: PDFContext, shading: PDFDict, inks: Inks): void {
  const kind = kindOfSpace(shading.lookup(PDFName.of("ColorSpace")));
  const type = shading.lookupMaybe(PDFName.of("ShadingType"), PDFNumber)?.asNumber();
  const curve = readCurve(shading.lookup(PDFName.of("Function")));
  const axial = type === 2 || type === 3;
  if (!axial || curve === undefined || (kind !== "rgb" && kind !== "grey")) return;
  const domain = numbers(shading, "Domain") ?? [0, 1];
  shading.set(PDFName.of("Function"), context.register(sampled(context, curve, domain, inks)));
  shading.set(PDFName.of("ColorSpace"), PDFName.of(inks.space));
  const background = numbers(shading, "Background");
  if (background !== undefined) {
    shading.set(PDFName.of("Background"), context.obj([...inks.plain(rgbOf(background), "area")]));
  }
}

function sampled(context: PDFContext, curve: Curve, domain: readonly number[], inks: Inks) {
  const [low = 0, high = 1] = domain;
  const count = channels[inks.space];
  const bytes = new DataView(new ArrayBuffer(samples * count * 2));
  for (let index = 0; index < samples; index++) {
    const colour = rgbOf(curve(low + ((high - low) * index) / (samples - 1)));
    for (const [part, amount] of inks.plain(colour, "area").entries()) {
      bytes.setUint16((index * count + part) * 2, Math.round(amount * highest));
    }
  }
  const dict = context.obj({
    FunctionType: 0,
    Domain: [low, high],
    Range: Array.from({ length: count }, () => [0, 1]).flat(),
    Size: [samples],
    BitsPerSample: 16,
  });
  return deflate(context, new Uint8Array(bytes.buffer), dict);
}

function rgbOf([one = 0, two = one, three = one]: readonly number[]): Rgb {
  return [one, two, three];
}
