import { Blob, Face } from "harfbuzzjs";
import subsetFont from "subset-font";

// What setting Han wants of a slice; of other fonts all features are kept.
const squeezing = ["halt", "vert", "vhal"];

/**
 * A web font as a static TrueType font.
 * @param bytes
 *   WOFF2, variable or not.
 * @param weight
 *   Where its axis of weight is pinned, if it has one.
 * @param layout
 *   `all` features, or those of `han`.
 * @returns
 *   TrueType, every glyph kept.
 */
export async function unpack(
  bytes: Uint8Array,
  weight: number,
  layout: "all" | "han" = "all",
): Promise<Uint8Array> {
  const features = layout === "han" ? { keepFeatures: squeezing } : {};
  const plain = { targetFormat: "truetype", keepAllGlyphs: true, ...features } as const;
  const font = await subsetFont(bytes, undefined, plain);
  const axes = new Face(new Blob(font)).getAxisInfos();
  return "wght" in axes
    ? subsetFont(font, undefined, { ...plain, variationAxes: { wght: weight } })
    : font;
}
