import { createHash } from "node:crypto";
import { type PDFDocument, PDFHexString, PDFStream } from "@cantoo/pdf-lib";

/**
 * Sets the file identifier from the content, so that equal files have equal identifiers.
 * @param document
 *   PDF, changed in place; complete but for this.
 */
export function setIdentity(document: PDFDocument): void {
  const { context } = document;
  const digest = createHash("sha256");
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    digest.update(reference.tag);
    if (object instanceof PDFStream) {
      digest.update(object.dict.toString()).update(object.getContents());
    } else {
      digest.update(object.toString());
    }
  }
  // 128 bits, as ISO 32000-1, 14.4, expects of a digest.
  const identifier = PDFHexString.of(digest.digest("hex").slice(0, 32).toUpperCase());
  context.trailerInfo.ID = context.obj([identifier, identifier]);
}
