import { ParseSpeeds, PDFDocument } from "@cantoo/pdf-lib";
import { setBoxes } from "./boxes.ts";
import { setCatalog } from "./catalog.ts";
import { setElementNames } from "./element-names.ts";
import { setIdentity } from "./identity.ts";
import { setInformation } from "./information.ts";
import type { FinishOptions, FinishStep } from "./options.ts";
import { drawStatusMark } from "./status-mark.ts";

// In this order: the mark is placed by the boxes, the identity is a digest of everything before it.
const steps: readonly FinishStep[] = [
  setBoxes,
  drawStatusMark,
  setInformation,
  setCatalog,
  setElementNames,
  setIdentity,
];

/**
 * Turns printed bytes into the finished PDF: exact page boxes, the status mark, metadata. The same
 * bytes and options give the same file.
 * @param pdf
 *   What the browser printed.
 * @param options
 *   What the file says of itself.
 * @returns
 *   The finished file.
 * @throws {Error}
 *   When the bytes aren't a PDF.
 */
export async function finishPdf(pdf: Uint8Array, options: FinishOptions): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
  });
  for (const step of steps) step(document, options);
  return document.save({
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  });
}
