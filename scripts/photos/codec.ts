import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Pixels } from "./shrink.ts";

/** Reads and writes JPEGs. */
export interface Codec {
  /**
   * Reads a JPEG, turned as it says.
   * @throws {Error}
   *   When it is damaged.
   */
  read(bytes: Uint8Array): Promise<Pixels>;
  /** Writes a JPEG in three colours, or in greys. */
  write(pixels: Pixels, isGrey: boolean): Promise<Uint8Array>;
}

/** What nobody tells from its original on paper; lines of pixels come in order, as old printers want them. */
const manner = { quality: 88, baseline: true, progressive: false };
/** Colour spaces by their number in MozJPEG. */
const greys = 1;
const colours = 3;

/** Opens MozJPEG, which gives the same bytes on any computer, as WebAssembly counts alike on all. */
export async function openCodec(): Promise<Codec> {
  const [decoding, encoding, { defaultEncodeOptions }] = await Promise.all([
    import("@jsquash/jpeg/codec/dec/mozjpeg_dec.js"),
    import("@jsquash/jpeg/codec/enc/mozjpeg_enc.js"),
    import("@jsquash/jpeg/meta.js"),
  ]);
  const decoder = await decoding.default(await ready("@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm"));
  const encoder = await encoding.default(await ready("@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm"));
  return {
    async read(bytes) {
      const pixels = decoder.decode(Uint8Array.from(bytes).buffer, true);
      if (!pixels) throw new Error("not a JPEG that MozJPEG reads");
      return pixels;
    },
    async write({ data, width, height }, isGrey) {
      const color_space = isGrey ? greys : colours;
      const options = { ...defaultEncodeOptions, ...manner, color_space };
      return Uint8Array.from(encoder.encode(data, width, height, options));
    },
  };
}

/** Has a half of it find its code in the package, where it would look on the web. */
async function ready(name: string) {
  const path = createRequire(import.meta.url).resolve(name);
  const code = await WebAssembly.compile(await readFile(path));
  return {
    noInitialRun: true,
    instantiateWasm(imports: WebAssembly.Imports, take: (instance: WebAssembly.Instance) => void) {
      const instance = new WebAssembly.Instance(code, imports);
      take(instance);
      return instance.exports;
    },
    // What it can't read is told by us, at its line.
    printErr: () => undefined,
  };
}
