import { placeOf } from "../seen/places.ts";

/**
 * Waits until an image can be drawn, so that nothing changes size later.
 * @param image
 *   In the text.
 * @throws
 *   With its place and what it shows, when it is damaged.
 */
export async function drawn(image: HTMLImageElement): Promise<void> {
  try {
    await image.decode();
  } catch {
    // What has more pixels than a screen's memory takes is printed without going through it.
    if (!image.complete) await new Promise((loaded) => image.addEventListener("load", loaded));
    if (image.naturalWidth > 0) return;
    throw new Error(`image damaged: ${placeOf(image)} ${image.alt}`);
  }
}
