import { ParseSpeeds, PDFDocument } from "@cantoo/pdf-lib";
import { setBoxes } from "./boxes.ts";
import { setCatalog } from "./catalog.ts";
import { setDestinations } from "./destinations.ts";
import { setElementNames } from "./element-names.ts";
import { setIdentity } from "./identity.ts";
import { setInformation } from "./information.ts";
import { setLabels } from "./labels.ts";
import type { FinishOptions, FinishStep } from "./options.ts";
import { setOutline } from "./outline.ts";
import { setOutputIntent } from "./output-intent.ts";
import { drawStatusMark } from "./status-mark.ts";
import { setUnicodeMaps } from "./unicode-maps.ts";
import { setView } from "./view.ts";
import { setXmp } from "./xmp.ts";

// In this order: the mark is placed by the boxes, bookmarks decide how the file opens, the identity is a digest
// of everything before it, and the packet repeats the identity.
const steps: readonly FinishStep[] = [
  setBoxes,
  drawStatusMark,
  setInformation,
  setCatalog,
  setDestinations,
  setOutline,
  setLabels,
  setView,
  setOutputIntent,
  setUnicodeMaps,
  setElementNames,
  setIdentity,
  setXmp,
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
