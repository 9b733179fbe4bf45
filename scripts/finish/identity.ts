import { type PDFDocument, PDFHexString } from "@cantoo/pdf-lib";
import { digestOf } from "../pdf/digest.ts";
import type { FinishOptions } from "./options.ts";

/**
 * Sets the file identifier from the content, so that equal files have equal identifiers.
 * @param document
 *   PDF, changed in place; complete but for this and the XMP packet, which repeats it.
 * @param options
 *   Claims, which stand in nothing but that packet.
 */
export function setIdentity(document: PDFDocument, { claims = {} }: FinishOptions): void {
  const digest = digestOf(document, JSON.stringify([claims.ua, claims.archive]));
  const identifier = PDFHexString.of(digest);
  const { context } = document;
  context.trailerInfo.ID = context.obj([identifier, identifier]);
}
