import { ParseSpeeds, PDFDocument, PDFHeader } from "@cantoo/pdf-lib";
import { extendToBleed } from "./bleed.ts";
import { convertColours } from "./colours.ts";
import type { CopierOptions, CopierStep, PrintOptions, PrintStep } from "./options.ts";
import { setPrintIntent } from "./output-intent.ts";
import { claimPrint, dropClaims } from "./packet.ts";
import { drawPressMarks } from "./press-marks.ts";
import { setPrintBoxes } from "./print-boxes.ts";
import { dropUnreachable } from "./reachable.ts";
import { dropScreenOnly } from "./screen-only.ts";
import { declareTransparency } from "./transparency.ts";
import { setVersionIdentity } from "./version-identity.ts";

// In this order: colour is changed where it already bleeds, and marks are drawn in inks.
const printSteps: readonly PrintStep[] = [
  dropScreenOnly,
  dropClaims,
  dropUnreachable,
  setPrintBoxes,
  extendToBleed,
  convertColours,
  declareTransparency,
  drawPressMarks,
  setPrintIntent,
  claimPrint,
  dropUnreachable,
  setVersionIdentity,
];

const copierSteps: readonly CopierStep[] = [
  dropScreenOnly,
  dropClaims,
  dropUnreachable,
  convertColours,
  declareTransparency,
  dropUnreachable,
  setVersionIdentity,
];

/**
 * Makes the copy for a print shop, a PDF/X-4 file, of a finished PDF. The same bytes and options give the same file.
 * @param pdf
 *   Finished PDF.
 * @param options
 *   Inks and profile, bleed and marks.
 * @throws {Error}
 *   When the bytes aren't a finished PDF.
 */
export function printCopy(pdf: Uint8Array, options: PrintOptions): Promise<Uint8Array> {
  return made(pdf, printSteps, options);
}

/**
 * Makes the copy for a black-and-white copier of a finished PDF: greys alone, none so light that it would vanish.
 * @param pdf
 *   Finished PDF.
 * @param options
 *   Inks.
 * @throws {Error}
 *   When the bytes aren't a finished PDF.
 */
export function copierCopy(pdf: Uint8Array, options: CopierOptions): Promise<Uint8Array> {
  return made(pdf, copierSteps, options);
}

async function made<Options>(
  pdf: Uint8Array,
  steps: readonly ((document: PDFDocument, options: Options) => void)[],
  options: Options,
): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
  });
  for (const step of steps) step(document, options);
  // What PDF/X-4 is made of (ISO 15930-7); also the first version with streams of objects, but a table of
  // plain references is what old machines read without trouble.
  document.context.header = PDFHeader.forVersion(1, 6);
  return document.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  });
}
