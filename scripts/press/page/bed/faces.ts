/** A font the press can set in. */
export interface PressFace {
  /** Name by content: equal faces have equal names. */
  key: string;
  family: string;
  style: string;
  weight: string;
  /** CSS `unicode-range`; everything when absent. */
  range?: string | undefined;
  /** CSS `size-adjust`; `100%` when absent. */
  adjust?: string | undefined;
  /** The font file, base64. */
  data: string;
}

// Reading a font takes longer than making up a page of a booklet, so a tab reads each only once.
const read = new Map<string, FontFace>();

/** Reads fonts that documents will ask for by key. */
export async function addFaces(faces: readonly PressFace[]): Promise<void> {
  await Promise.all(
    faces.map(async ({ adjust, data, family, key, range, style, weight }) => {
      const face = new FontFace(family, bytesOf(data), {
        style,
        weight,
        unicodeRange: range ?? "U+0-10FFFF",
        sizeAdjust: adjust ?? "100%",
      } as FontFaceDescriptors);
      read.set(key, await face.load());
    }),
  );
}

// `Uint8Array.from` makes a string of each character and calls for each: a tab's fonts would take it longer than two booklets.
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}

/**
 * Lays out the fonts of a document, and no other's.
 * @param keys
 *   Keys of fonts added before; where two serve one character the later is asked first.
 */
export function useFaces(keys: readonly string[]): void {
  document.fonts.clear();
  for (const key of keys) document.fonts.add(read.get(key) as FontFace);
}
