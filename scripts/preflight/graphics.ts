import { PDFArray, PDFBool, PDFDict, PDFName, PDFNumber } from "@cantoo/pdf-lib";
import { key } from "../pdf/font.ts";
import type { Graphics } from "./inspected.ts";

/** What a page begins with. */
export const plainGraphics: Graphics = {
  fillAlpha: 1,
  strokeAlpha: 1,
  blendMode: "Normal",
  softMask: false,
  fillOverprint: false,
  strokeOverprint: false,
  overprintMode: 0,
};

/**
 * Resolves extended graphics states (ISO 32000-1, 8.4.5), one after the other.
 * @param names
 *   Names of the resources, the last one last.
 * @param resources
 *   Where they are looked up.
 * @param before
 *   What held before.
 */
export function graphicsOf(
  names: readonly string[],
  resources: PDFDict | undefined,
  before: Graphics,
): Graphics {
  const states = resources?.lookup(PDFName.of("ExtGState"));
  if (!(states instanceof PDFDict)) return before;
  return names.reduce((graphics, name) => {
    const state = states.lookup(key(name));
    return state instanceof PDFDict ? changed(graphics, state) : graphics;
  }, before);
}

function changed(before: Graphics, state: PDFDict): Graphics {
  const get = (name: string) => state.lookup(PDFName.of(name));
  const [stroke, fill, mode, blend, mask] = ["OP", "op", "OPM", "BM", "SMask"].map(get);
  const number = (name: string, other: number) => {
    const value = get(name);
    return value instanceof PDFNumber ? value.asNumber() : other;
  };
  const strokeOverprint = stroke instanceof PDFBool ? stroke.asBoolean() : before.strokeOverprint;
  // Where only OP is given it is for both.
  const both = stroke instanceof PDFBool ? stroke.asBoolean() : before.fillOverprint;
  return {
    fillAlpha: number("ca", before.fillAlpha),
    strokeAlpha: number("CA", before.strokeAlpha),
    blendMode: blendOf(blend) ?? before.blendMode,
    softMask: mask === undefined ? before.softMask : mask instanceof PDFDict,
    fillOverprint: fill instanceof PDFBool ? fill.asBoolean() : both,
    strokeOverprint,
    overprintMode: mode instanceof PDFNumber ? mode.asNumber() : before.overprintMode,
  };
}

/** A list names those to be tried in turn: the first counts. */
function blendOf(value: unknown): string | undefined {
  const first = value instanceof PDFArray && value.size() > 0 ? value.lookup(0) : value;
  return first instanceof PDFName ? first.decodeText() : undefined;
}
