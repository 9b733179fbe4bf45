import { createHash } from "node:crypto";
import { type PDFDocument, PDFStream } from "@cantoo/pdf-lib";

/**
 * A digest of all objects of a file, of 128 bits, as ISO 32000-1, 14.4, expects of an identifier.
 * @param document
 *   PDF.
 * @param more
 *   What the file will say that is in none of them yet.
 * @returns
 *   32 hexadecimal digits; equal for equal files.
 */
export function digestOf({ context }: PDFDocument, more = ""): string {
  const digest = createHash("sha256").update(more);
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    digest.update(reference.tag);
    if (object instanceof PDFStream) {
      digest.update(object.dict.toString()).update(object.getContents());
    } else {
      digest.update(object.toString());
    }
  }
  return digest.digest("hex").slice(0, 32).toUpperCase();
}
