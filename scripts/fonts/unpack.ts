import { Blob, Face } from "harfbuzzjs";
import subsetFont from "subset-font";

// What setting Han wants of a slice; of other fonts all features are kept.
const squeezing = ["halt", "vert", "vhal"];
const everything = { targetFormat: "truetype", keepAllGlyphs: true } as const;

/**
 * A web font as a static TrueType font.
 * @param bytes
 *   WOFF or WOFF2, variable or not.
 * @param weight
 *   Where its axis of weight is pinned, if it has one.
 * @returns
 *   TrueType, every glyph and feature kept.
 */
export async function unpack(bytes: Uint8Array, weight: number): Promise<Uint8Array> {
  const font = await subsetFont(bytes, undefined, everything);
  const axes = new Face(new Blob(font)).getAxisInfos();
  return "wght" in axes ? pin(font, weight, {}) : font;
}

/**
 * A slice of a Han face as a static TrueType font.
 * @param bytes
 *   WOFF2 with an axis of weight.
 * @param weight
 *   Where the axis is pinned.
 * @returns
 *   TrueType, every glyph kept, and the features that set Han.
 */
export function unpackSlice(bytes: Uint8Array, weight: number): Promise<Uint8Array> {
  return pin(bytes, weight, { keepFeatures: squeezing });
}

function pin(
  bytes: Uint8Array,
  weight: number,
  features: { keepFeatures?: readonly string[] },
): Promise<Uint8Array> {
  return subsetFont(bytes, undefined, {
    ...everything,
    ...features,
    variationAxes: { wght: weight },
  });
}
