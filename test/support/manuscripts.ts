import { VFile } from "vfile";
import type { ImageSource } from "../../scripts/document/images/load-image.ts";
import type { Manuscript, Matter } from "../../scripts/types.ts";

const pixel =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** Where every image is one pixel. */
export const pixels: ImageSource = { read: async () => Buffer.from(pixel, "base64") };

/**
 * A manuscript out of a string.
 * @param value
 *   The text; front matter at its start is skipped, not read.
 * @param matter
 *   What is known of it.
 * @returns
 *   A manuscript in English named `text.md`.
 */
export function manuscriptOf(value: string, matter: Partial<Matter> = {}): Manuscript {
  return {
    work: { id: "text", folder: "/", formats: ["web"], paper: "iso", originalLanguage: "en" },
    language: "en",
    file: new VFile({ path: "text.md", value }),
    bodyOffset: /^---\n[\s\S]*?\n---\n/.exec(value)?.[0].length ?? 0,
    matter: {
      title: "",
      authors: [],
      organisations: [],
      status: "final",
      language: "en",
      qr: false,
      ...matter,
    },
    given: new Set(Object.keys(matter) as Array<keyof Matter>),
  };
}
