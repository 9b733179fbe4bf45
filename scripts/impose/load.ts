import { ParseSpeeds, PDFDocument } from "@cantoo/pdf-lib";

/**
 * Reads a PDF without changing what it says of itself.
 * @param bytes
 *   PDF.
 * @throws {Error}
 *   When the bytes are no PDF.
 */
export function loadPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
}
