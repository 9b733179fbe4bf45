/** What we use of `subset-font`, which carries no types of its own. */
declare module "subset-font" {
  interface Options {
    targetFormat?: "truetype" | "woff";
    /** OpenType feature tags to keep; without it, all. */
    keepFeatures?: readonly string[];
    /** Keep every glyph; then no text may be given. */
    keepAllGlyphs?: boolean;
    /** Where to pin axes. */
    variationAxes?: Readonly<Record<string, number>>;
    noHinting?: boolean;
  }
  export default function subsetFont(
    font: Uint8Array,
    text: string | undefined,
    options?: Options,
  ): Promise<Uint8Array>;
}
