import { ParseSpeeds, PDFDocument } from "@cantoo/pdf-lib";

/**
 * Opens any PDF, without a word from the library about what it mends.
 * @param pdf
 *   The file. One that is encrypted opens where no password is needed.
 * @throws {Error}
 *   When it can't be opened.
 */
export async function openPdf(pdf: Uint8Array): Promise<PDFDocument> {
  const { warn, log } = console;
  const silent = () => {};
  Object.assign(console, { warn: silent, log: silent });
  try {
    return await PDFDocument.load(pdf, {
      updateMetadata: false,
      parseSpeed: ParseSpeeds.Fastest,
      password: "",
    });
  } finally {
    Object.assign(console, { warn, log });
  }
}
