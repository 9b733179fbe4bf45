import { type PDFContext, type PDFDict, PDFName, PDFNumber, PDFStream } from "@cantoo/pdf-lib";
import { decodeStream } from "../pdf/stream.ts";
import { deflate } from "./deflate.ts";
import { type Curve, numbers, readCurve } from "./function.ts";
import { channels, type Inks, type Rgb } from "./inks.ts";
import { kindOfSpace } from "./spaces.ts";

// Inks do not mix as light does: a gradient is written as so many samples, of 16 bits.
const samples = 256;
const highest = 65535;

// Screen colours by their phosphors, without a profile (ISO 32000-1, 8.6.5.3; numbers of sRGB).
const tagged = {
  WhitePoint: [0.9505, 1, 1.089],
  Gamma: [2.2, 2.2, 2.2],
  Matrix: [0.4124, 0.2126, 0.0193, 0.3576, 0.7152, 0.1192, 0.1805, 0.0722, 0.9505],
};
// Red, green, blue on PostScript's stack to the lightness of video.
const toGrey = "0.11 mul exch 0.59 mul add exch 0.3 mul add";

/**
 * Puts a gradient into other inks. One that is a program, as browsers write those that repeat, keeps the colours
 * of the screen, and says that they are; on a copier it ends in a sum that makes greys of them.
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
  if (kind !== "rgb" && kind !== "grey") return;
  if (type === 1 && kind === "rgb") convertProgram(context, shading, inks);
  if ((type !== 2 && type !== 3) || curve === undefined) return;
  const domain = numbers(shading, "Domain") ?? [0, 1];
  shading.set(PDFName.of("Function"), context.register(sampled(context, curve, domain, inks)));
  shading.set(PDFName.of("ColorSpace"), PDFName.of(inks.space));
  const background = numbers(shading, "Background");
  if (background !== undefined) {
    shading.set(PDFName.of("Background"), context.obj([...inks.plain(rgbOf(background), "area")]));
  }
}

function convertProgram(context: PDFContext, shading: PDFDict, inks: Inks): void {
  const program = shading.lookup(PDFName.of("Function"));
  if (!(program instanceof PDFStream)) return;
  if (inks.space === "DeviceCMYK") {
    shading.set(PDFName.of("ColorSpace"), context.obj(["CalRGB", tagged]));
    return;
  }
  const text = Buffer.from(decodeStream(program)).toString("latin1").trim().replace(/\}$/, "");
  const dict = program.dict.clone(context);
  dict.set(PDFName.of("Range"), context.obj([0, 1]));
  const grey = deflate(context, Buffer.from(`${text} ${toGrey}}`, "latin1"), dict);
  shading.set(PDFName.of("Function"), context.register(grey));
  shading.set(PDFName.of("ColorSpace"), PDFName.of(inks.space));
}

function sampled(context: PDFContext, curve: Curve, domain: readonly number[], inks: Inks) {
  const [low = 0, high = 1] = domain;
  const count = channels[inks.space];
  const bytes = new DataView(new ArrayBuffer(samples * count * 2));
  for (let index = 0; index < samples; index++) {
    const colour = rgbOf(curve(low + ((high - low) * index) / (samples - 1)));
    for (const [part, amount] of inks.plain(colour, "tone").entries()) {
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
