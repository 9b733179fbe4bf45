import { type PDFContext, PDFDict, PDFName, type PDFObject, PDFRef } from "@cantoo/pdf-lib";
import { numbers } from "./function.ts";
import { maskInks } from "./luminance.ts";

/**
 * The soft mask of a graphics state. Its backdrop becomes a grey, as the colours of its form will.
 * @param context
 *   Document.
 * @param entry
 *   Graphics state; its mask is changed in place.
 * @returns
 *   The form that masks; `undefined` where none does.
 */
export function softMask(context: PDFContext, entry: PDFObject): PDFRef | undefined {
  const state = context.lookup(entry);
  const mask = state instanceof PDFDict ? state.lookup(PDFName.of("SMask")) : undefined;
  if (!(mask instanceof PDFDict)) return undefined;
  const [red, green, blue] = numbers(mask, "BC") ?? [];
  if (red !== undefined && green !== undefined && blue !== undefined) {
    mask.set(PDFName.of("BC"), context.obj([...maskInks.plain([red, green, blue], "area")]));
  }
  const form = mask.get(PDFName.of("G"));
  return form instanceof PDFRef ? form : undefined;
}
