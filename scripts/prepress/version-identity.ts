import { PDFArray, type PDFDocument, PDFHexString } from "@cantoo/pdf-lib";
import { digestOf } from "../pdf/digest.ts";

/**
 * Gives the copy an identifier of its own beside that of the file it was made of (ISO 32000-1, 14.4).
 * @param document
 *   PDF, changed in place; complete but for this.
 */
export function setVersionIdentity(document: PDFDocument): void {
  const { context } = document;
  const version = PDFHexString.of(digestOf(document));
  const { ID } = context.trailerInfo;
  const original = ID instanceof PDFArray ? ID.get(0) : version;
  context.trailerInfo.ID = context.obj([original, version]);
}
