import { bareImage, profileOf } from "./bare-image.ts";
import { type ImageAddress, type ImageFault, imageAddress } from "./image-address.ts";
import { inspectImage } from "./image-file.ts";
import { jpegOf, jpegParts } from "./jpeg-segments.ts";
import { type ImageSource, type Loaded, loadImage } from "./load-image.ts";
import { photoSide } from "./photo-side.ts";
import { printedBytes } from "./printed-bytes.ts";
import { sizedSvg } from "./svg-size.ts";

/** A picture that can be shown. */
export interface Picture {
  /** Its bytes, as a `data:` URL. */
  address: string;
  /** Pixels. */
  width: number;
  height: number;
  /** Its path in the publication, where it is a file. */
  file?: string;
  /** Whether it was made smaller than its file, and how long its long side may be, pixels. */
  reduced?: number;
  /** Whether it is a photograph that is damaged in its midst. */
  damaged?: true;
  /** Bytes by which it makes a PDF larger, about, where they are many. */
  heavy?: number;
}

/** Bytes of a picture that make a PDF too large for mail where there are a few of them. */
const heavyFrom = 5_000_000;

/** Most pixels in all images of a text: the browser holds them at once, four bytes each. */
const mostPixelsTogether = 200_000_000;
const tooMany: ImageFault = {
  rule: "image-size",
  reason: `brings the images of this text to more than ${mostPixelsTogether / 1e6} million pixels`,
};

/** Most bytes in all files of them, which are held while it is decided how large photographs may be. */
const mostBytesTogether = 1_000_000_000;
const tooLarge: ImageFault = {
  rule: "image-size",
  reason: `brings the files of this text's images to more than ${mostBytesTogether / 1e6} megabytes`,
};

/**
 * Opens the pictures of a text: each is read once, and together they have so many pixels at most, photographs made smaller
 * where there are many.
 * @param source
 *   Where bytes come from.
 * @param addresses
 *   Of all images, as the text has them, in order.
 * @returns
 *   Pictures by address.
 */
export async function openAlbum(
  source: ImageSource,
  addresses: readonly string[],
): Promise<Map<string, Picture | ImageFault>> {
  const names = new Map<string, string>();
  const meanings = new Map<string, ImageAddress | ImageFault>();
  for (const address of addresses) {
    if (names.has(address)) continue;
    const meant = imageAddress(address);
    // What tells an image from others.
    const name = "path" in meant ? meant.path : address;
    names.set(address, name);
    meanings.set(name, meant);
  }
  const loaded = await loadAll(meanings, source);
  const side = sideFor([...loaded.values()]);
  const pictures = new Map<string, Picture | ImageFault>();
  let pixels = 0;
  for (const [name, image] of loaded) {
    const picture = "rule" in image ? image : await pictureOf(image, source, side);
    const more = "rule" in picture ? 0 : picture.width * picture.height;
    const kept = pixels + more > mostPixelsTogether ? tooMany : picture;
    if (kept === picture) pixels += more;
    pictures.set(name, kept);
  }
  return new Map(
    [...names].map(([address, name]) => [address, pictures.get(name) as Picture | ImageFault]),
  );
}

async function loadAll(
  meanings: ReadonlyMap<string, ImageAddress | ImageFault>,
  source: ImageSource,
): Promise<Map<string, Loaded | ImageFault>> {
  const loaded = new Map<string, Loaded | ImageFault>();
  let bytes = 0;
  for (const [name, meant] of meanings) {
    const image = await loadImage(meant, source);
    const more = "rule" in image ? 0 : image.bytes.length;
    const kept = bytes + more > mostBytesTogether ? tooLarge : image;
    if (kept === image) bytes += more;
    loaded.set(name, kept);
  }
  return loaded;
}

function sideFor(all: ReadonlyArray<Loaded | ImageFault>): number {
  const images = all.filter((one): one is Loaded => !("rule" in one));
  return photoSide(
    images.filter(isPlainJpeg),
    images.filter((one) => !isPlainJpeg(one)),
  );
}

/** In greys or in red, green and blue; CMYK is left to the browser. */
function isPlainJpeg({ components }: Loaded): boolean {
  return components === 1 || components === 3;
}

async function pictureOf(image: Loaded, source: ImageSource, side: number): Promise<Picture> {
  const { type, width, height, turn, file } = image;
  const isLong = Math.max(width, height) > side;
  // Browsers print what stands on its side pixel by pixel, ten times as large as a photograph.
  const anew = isPlainJpeg(image) && (isLong || turn !== 1);
  const wanted = { side, isGrey: image.components === 1 };
  const made = anew ? await source.smaller?.(image.bytes, wanted) : undefined;
  const size = made ? inspectImage(made) : image;
  // What was read to be made smaller is not read again.
  const damaged = isPlainJpeg(image) && (await source.isDamaged?.(image.bytes));
  const given = { ...(file !== undefined && { file }), ...(damaged && { damaged: true as const }) };
  const heavy = printedBytes(image);
  if (!made || "rule" in size)
    return {
      ...given,
      ...(heavy > heavyFrom && { heavy }),
      address: addressOf(type, bareImage(image.bytes, type, turn)),
      width,
      height,
    };
  const bytes = jpegOf([...profileOf(image.bytes), ...jpegParts(Buffer.from(made)).segments]);
  return {
    ...given,
    ...{ address: addressOf(type, bytes), width: size.width, height: size.height },
    ...(size.width * size.height < width * height && { reduced: side }),
  };
}

function addressOf(type: string, bytes: Buffer): string {
  const isDrawing = type === "image/svg+xml";
  const shown = isDrawing ? Buffer.from(sizedSvg(bytes.toString())) : bytes;
  return `data:${type};base64,${shown.toString("base64")}`;
}
