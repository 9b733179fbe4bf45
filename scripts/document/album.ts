import { type ImageAddress, type ImageFault, imageAddress } from "./image-address.ts";
import { inspectImage } from "./image-file.ts";
import { sizedSvg } from "./svg-size.ts";

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
}

/** A picture that can be shown. */
export interface Picture {
  /** Its bytes, as a `data:` URL. */
  address: string;
  /** Pixels. */
  width: number;
  height: number;
  /** Its path in the publication, where it is a file. */
  file?: string;
}

/** Most pixels in all images of a text: the browser holds them at once, four bytes each. */
const mostPixelsTogether = 200_000_000;
const tooMany: ImageFault = {
  rule: "image-size",
  reason: `brings the images of this text to more than ${mostPixelsTogether / 1e6} million pixels`,
};

/**
 * Opens the pictures of a text: each is read once, and together they have so many pixels at most.
 * @param source
 *   Where bytes come from.
 * @returns
 *   Looks a picture up by the address that the text has.
 */
export function openAlbum(source: ImageSource): (address: string) => Promise<Picture | ImageFault> {
  const known = new Map<string, Picture | ImageFault>();
  let pixels = 0;
  return async (address) => {
    const meant = imageAddress(address);
    const name = "path" in meant ? meant.path : address;
    const seen = known.get(name);
    if (seen) return seen;
    const picture = "rule" in meant ? meant : await pictureOf(meant, source);
    const more = "rule" in picture ? 0 : picture.width * picture.height;
    const kept = pixels + more > mostPixelsTogether ? tooMany : picture;
    if (kept === picture) pixels += more;
    known.set(name, kept);
    return kept;
  };
}

async function pictureOf(meant: ImageAddress, source: ImageSource): Promise<Picture | ImageFault> {
  const loaded = "path" in meant ? await load(meant.path, source) : meant;
  if ("rule" in loaded) return loaded;
  const image = inspectImage(loaded.bytes);
  if ("rule" in image) return image;
  const { width, height, type } = image;
  const bytes = Buffer.from(loaded.bytes);
  const isDrawing = type === "image/svg+xml";
  const data = (isDrawing ? Buffer.from(sizedSvg(bytes.toString())) : bytes).toString("base64");
  const file = "path" in meant ? { file: meant.path } : {};
  return { address: `data:${type};base64,${data}`, width, height, ...file };
}

async function load(
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
