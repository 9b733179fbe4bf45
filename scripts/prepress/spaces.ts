import { PDFArray, PDFName, PDFNumber, type PDFObject, PDFStream } from "@cantoo/pdf-lib";
import type { SpaceKind } from "./content-colours.ts";

const byName: Readonly<Record<string, SpaceKind>> = {
  DeviceRGB: "rgb",
  RGB: "rgb",
  CalRGB: "rgb",
  DeviceGray: "grey",
  G: "grey",
  CalGray: "grey",
  DeviceCMYK: "cmyk",
  CMYK: "cmyk",
  Pattern: "pattern",
};
const byComponents: Readonly<Record<number, SpaceKind>> = { 1: "grey", 3: "rgb", 4: "cmyk" };

/**
 * What a colour space holds. Spaces with a profile are taken for the ones that a browser writes: sRGB, and
 * the grey of it.
 * @param space
 *   A name or an array (ISO 32000-1, 8.6).
 */
export function kindOfSpace(space: PDFObject | undefined): SpaceKind {
  if (space instanceof PDFName) return byName[space.decodeText()] ?? "other";
  if (!(space instanceof PDFArray)) return "other";
  const family = space.lookup(0);
  if (!(family instanceof PDFName)) return "other";
  if (family !== PDFName.of("ICCBased")) return byName[family.decodeText()] ?? "other";
  const profile = space.lookup(1);
  const components =
    profile instanceof PDFStream ? profile.dict.lookup(PDFName.of("N")) : undefined;
  return (components instanceof PDFNumber && byComponents[components.asNumber()]) || "other";
}
