/** What we use of `subset-font`, which carries no types of its own. */
declare module "subset-font" {
  interface Options {
    targetFormat?: "truetype" | "woff";
    /** OpenType feature tags to keep; without it, all. */
    keepFeatures?: readonly string[];
    noHinting?: boolean;
  }
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options?: Options,
  ): Promise<Uint8Array>;
}
