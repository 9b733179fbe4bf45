import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Pixels } from "./shrink.ts";

/** A photograph that was read. */
export interface Photo extends Pixels {
  /** Whether its pixels are not what they were: some bytes of it have changed or gone. */
  isDamaged: boolean;
}

/** Reads and writes JPEGs. */
export interface Codec {
  /**
   * Reads a JPEG, turned as it says.
   * @throws {Error}
   *   When it can't be read at all.
   */
  read(bytes: Uint8Array): Promise<Photo>;
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
  let isDamaged = false;
  const hear = (said: string) => {
    isDamaged ||= tellsDamage(said);
  };
  const decoder = await decoding.default(
    await ready("@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm", hear),
  );
  const encoder = await encoding.default(
    await ready("@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm", () => undefined),
  );
  return {
    async read(bytes) {
      isDamaged = false;
      const pixels = decoder.decode(Uint8Array.from(bytes).buffer, true);
      if (!pixels) throw new Error("not a JPEG that MozJPEG reads");
      const { width, height, data } = pixels;
      return { width, height, data, isDamaged };
    },
    async write({ data, width, height }, isGrey) {
      const color_space = isGrey ? greys : colours;
      const options = { ...defaultEncodeOptions, ...manner, color_space };
      return Uint8Array.from(encoder.encode(data, width, height, options));
    },
  };
}

/** Bytes that some cameras leave over before the end of a whole photograph. */
const filling = 16;

/** MozJPEG draws what it can, and says the first thing that it stumbled over. */
function tellsDamage(said: string): boolean {
  const left = /^Corrupt JPEG data: (\d+) extraneous bytes before marker 0xd9/.exec(said)?.[1];
  return said.startsWith("Corrupt JPEG data") && (left === undefined || Number(left) > filling);
}

/** Has a half of it find its code in the package, where it would look on the web. */
async function ready(name: string, hear: (said: string) => void) {
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
    printErr: hear,
  };
}
