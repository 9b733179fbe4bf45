import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFStream } from "@cantoo/pdf-lib";
import type { Colour } from "../pdf/state.ts";
import type { Ink } from "./inspected.ts";
import { resourceOf } from "./values.ts";

type Space = Pick<Ink, "family" | "device" | "names">;

const device = (family: Ink["family"]): Space => ({ family, device: true, names: [] });
const profiled = (family: Ink["family"]): Space => ({ family, device: false, names: [] });

// Short names are those of inline images.
const deviceSpaces: Readonly<Record<string, { space: Space; replaced: string }>> = {
  DeviceGray: { space: device("gray"), replaced: "DefaultGray" },
  G: { space: device("gray"), replaced: "DefaultGray" },
  DeviceRGB: { space: device("rgb"), replaced: "DefaultRGB" },
  RGB: { space: device("rgb"), replaced: "DefaultRGB" },
  DeviceCMYK: { space: device("cmyk"), replaced: "DefaultCMYK" },
  CMYK: { space: device("cmyk"), replaced: "DefaultCMYK" },
};
const familyOfCount: Readonly<Record<number, Ink["family"]>> = { 1: "gray", 3: "rgb", 4: "cmyk" };
const unknown = profiled("unknown");
// Indexed spaces and patterns stand on others; deeper than this is a circle.
const deepest = 4;

/**
 * Resolves a colour.
 * @param colour
 *   As a content stream sets it.
 * @param resources
 *   Where its names are looked up.
 */
export function inkOf(colour: Colour, resources: PDFDict | undefined): Ink {
  if (colour.pattern !== undefined)
    return patternInk(resourceOf(resources, "Pattern", colour.pattern), resources);
  return { ...spaceOf(named(colour.space, resources), resources), components: colour.components };
}

/**
 * The colours of a gradient, components unknown.
 * @param shading
 *   Object of the resources or of a pattern.
 * @param resources
 *   Where default spaces are looked up.
 */
export function shadingInk(shading: PDFObject | undefined, resources: PDFDict | undefined): Ink {
  const dictionary = shading instanceof PDFStream ? shading.dict : shading;
  const space =
    dictionary instanceof PDFDict ? dictionary.lookup(PDFName.of("ColorSpace")) : undefined;
  return { ...spaceOf(space, resources), components: [] };
}

/** A pattern is a gradient or a tile. */
function patternInk(pattern: PDFObject | undefined, resources: PDFDict | undefined): Ink {
  if (pattern instanceof PDFDict)
    return shadingInk(pattern.lookup(PDFName.of("Shading")), resources);
  const ink: Ink = { ...profiled("pattern"), components: [] };
  return pattern instanceof PDFStream ? { ...ink, tile: pattern } : ink;
}

/**
 * Resolves a colour space.
 * @param space
 *   Object of an image or of resources.
 * @param resources
 *   Where default spaces are looked up.
 * @param depth
 *   How many spaces stand on this one.
 */
export function spaceOf(
  space: PDFObject | undefined,
  resources: PDFDict | undefined,
  depth = 0,
): Space {
  if (depth > deepest) return unknown;
  if (space instanceof PDFName) return byName(space, resources);
  if (!(space instanceof PDFArray) || space.size() === 0) return unknown;
  const [kind, base] = [nameAt(space, 0), space.size() > 1 ? space.lookup(1) : undefined];
  switch (kind) {
    case "ICCBased":
      return profiled(base instanceof PDFStream ? familyOf(base) : "unknown");
    case "CalRGB":
      return profiled("rgb");
    case "CalGray":
      return profiled("gray");
    case "Lab":
      return profiled("lab");
    case "Pattern":
      return profiled("pattern");
    case "Indexed":
    case "I":
      return spaceOf(base, resources, depth + 1);
    case "Separation":
      return spot(base instanceof PDFName ? [base.decodeText()] : []);
    case "DeviceN":
      return spot(base instanceof PDFArray ? base.asArray().map((_, at) => nameAt(base, at)) : []);
    default:
      return space.size() === 1 ? spaceOf(space.lookup(0), resources, depth + 1) : unknown;
  }
}

/**
 * The object a space's name in a content stream stands for.
 * @param name
 *   A device's, or one of the resources.
 * @param resources
 *   Of the page or form.
 */
export function named(name: string, resources: PDFDict | undefined): PDFObject | undefined {
  if (Object.hasOwn(deviceSpaces, name)) return PDFName.of(name);
  return resourceOf(resources, "ColorSpace", name) ?? PDFName.of(name);
}

function byName(name: PDFName, resources: PDFDict | undefined): Space {
  const text = name.decodeText();
  const row = Object.hasOwn(deviceSpaces, text) ? deviceSpaces[text] : undefined;
  if (row === undefined) return text === "Pattern" ? profiled("pattern") : unknown;
  const replaced = spacesIn(resources)?.has(PDFName.of(row.replaced)) === true;
  return { ...row.space, device: !replaced };
}

function spacesIn(resources: PDFDict | undefined): PDFDict | undefined {
  const spaces = resources?.lookup(PDFName.of("ColorSpace"));
  return spaces instanceof PDFDict ? spaces : undefined;
}

function familyOf(profile: PDFStream): Ink["family"] {
  const count = profile.dict.lookup(PDFName.of("N"));
  return (count instanceof PDFNumber && familyOfCount[count.asNumber()]) || "unknown";
}

function spot(names: readonly string[]): Space {
  return { family: "spot", device: false, names };
}

function nameAt(array: PDFArray, at: number): string {
  const name = array.lookup(at);
  return name instanceof PDFName ? name.decodeText() : "";
}
