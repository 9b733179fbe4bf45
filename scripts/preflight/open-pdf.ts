import { ParseSpeeds, PDFDocument } from "@cantoo/pdf-lib";

/** Settled when the file before is open. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Opens any PDF, without a word from the library about what it mends. One after the other, for there is one console.
 * @param pdf
 *   The file. One that is encrypted opens where no password is needed.
 * @throws {Error}
 *   When it can't be opened.
 */
export function openPdf(pdf: Uint8Array): Promise<PDFDocument> {
  const opened = before.then(() => openSilently(pdf));
  before = opened.catch(() => {});
  return opened;
}

async function openSilently(pdf: Uint8Array): Promise<PDFDocument> {
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
