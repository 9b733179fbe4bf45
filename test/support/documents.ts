import { VFile } from "vfile";
import type { ImageSource } from "../../scripts/document/images/load-image.ts";
import type { Manuscript, Matter } from "../../scripts/types.ts";

/**
 * A manuscript of a text, as the works step would hand it on.
 * @param text
 *   Markdown, without front matter unless `bodyOffset` says how much of it is.
 * @param matter
 *   What the front matter gives; its keys count as given.
 */
export function manuscriptOf(
  text: string,
  matter: Partial<Matter> = {},
  bodyOffset = 0,
): Manuscript {
  const language = matter.language ?? "en";
  return {
    work: {
      id: "alpha",
      folder: "/work",
      formats: ["booklet", "web"],
      paper: "iso",
      originalLanguage: language,
    },
    language,
    file: new VFile({ path: "alpha.md", value: text }),
    bodyOffset,
    matter: {
      title: "",
      authors: [],
      organisations: [],
      status: "final",
      qr: false,
      ...matter,
      language,
    },
    given: new Set(Object.keys(matter) as Array<keyof Matter>),
  };
}

/**
 * Images by path.
 * @param files
 *   Bytes by path.
 */
export function imagesOf(files: Readonly<Record<string, Uint8Array>> = {}): ImageSource {
  return {
    async read(path) {
      const bytes = files[path];
      if (!bytes) throw new Error("there is no such file");
      return bytes;
    },
  };
}

/** A picture of one transparent pixel. */
export const pixel = new Uint8Array(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
    "base64",
  ),
);

/**
 * Complaints of a file, one a line: place, severity, rule, reason.
 * @param file
 *   The file.
 */
export function messagesOf(file: VFile): string {
  return file.messages
    .map((message) => {
      const severity = message.fatal ? "error" : message.fatal === false ? "warning" : "info";
      return `${message.line ?? 1}:${message.column ?? 1} ${severity} ${message.ruleId}: ${message.reason}\n`;
    })
    .join("");
}
