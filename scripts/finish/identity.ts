import { createHash } from "node:crypto";
import { type PDFDocument, PDFHexString, PDFStream } from "@cantoo/pdf-lib";
import type { FinishOptions } from "./options.ts";

/**
 * Sets the file identifier from the content, so that equal files have equal identifiers.
 * @param document
 *   PDF, changed in place; complete but for this and the XMP packet, which repeats it.
 * @param options
 *   Claims, which stand in nothing but that packet.
 */
export function setIdentity(document: PDFDocument, { claims = {} }: FinishOptions): void {
  const { context } = document;
  const digest = createHash("sha256").update(JSON.stringify([claims.ua, claims.archive]));
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
