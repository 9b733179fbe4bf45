import type { ImageAddress, ImageFault } from "./image-address.ts";
import { type ImageFile, inspectImage } from "./image-file.ts";

/** Where the bytes of images come from; the caller sees to it that none lies outside the publication. */
export interface ImageSource {
  /**
   * Bytes of an image.
   * @param path
   *   Relative to the publication's folder, `/` between names, never leading out of it.
   * @returns
   *   Rejects with an error whose message is a clause (`"there is no such file"`) and whose `rule` may be
   *   `"path-outside"` or `"file-size"`.
   */
  read(path: string): Promise<Uint8Array>;
  /**
   * Writes a JPEG anew, upright and no longer than a side, in its own colours; without it photographs stay as they are.
   * @param bytes
   *   A whole JPEG of one or three colours.
   * @param made
   *   Longest side, pixels, and whether it is in greys.
   * @returns
   *   `undefined` where it can't be read.
   */
  smaller?(
    bytes: Uint8Array,
    made: { side: number; isGrey: boolean },
  ): Promise<Uint8Array | undefined>;
  /**
   * Tells whether a JPEG is damaged in its midst; without it nobody looks.
   * @param bytes
   *   As above.
   */
  isDamaged?(bytes: Uint8Array): Promise<boolean>;
}

/** An image that was read. */
export interface Loaded extends ImageFile {
  bytes: Buffer;
  /** Its path in the publication, where it is a file. */
  file?: string;
}

/**
 * Reads an image and looks into it.
 * @param meant
 *   What its address means.
 * @param source
 *   Where bytes come from.
 */
export async function loadImage(
  meant: ImageAddress | ImageFault,
  source: ImageSource,
): Promise<Loaded | ImageFault> {
  if ("rule" in meant) return meant;
  const read = "path" in meant ? await readFile(meant.path, source) : meant;
  if ("rule" in read) return read;
  const image = inspectImage(read.bytes);
  if ("rule" in image) return image;
  const { buffer, byteOffset, byteLength } = read.bytes;
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  const file = "path" in meant ? { file: meant.path } : {};
  return { ...image, ...file, bytes };
}

async function readFile(
  path: string,
  source: ImageSource,
): Promise<{ bytes: Uint8Array } | ImageFault> {
  try {
    return { bytes: await source.read(path) };
  } catch (error) {
    const { message, rule } = error as Error & { rule?: string };
    if (rule === "path-outside")
      return { rule: "image-outside", reason: `can't be used: ${message}` };
    if (rule === "file-size") return { rule: "image-size", reason: `can't be used: ${message}` };
    return { rule: "image-missing", reason: `can't be read: ${message}` };
  }
}
