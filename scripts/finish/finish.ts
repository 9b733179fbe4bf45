import { ParseSpeeds, PDFDocument, PDFStreamWriter } from "@cantoo/pdf-lib";
import { setBoxes } from "./boxes.ts";
import { setCatalog } from "./catalog.ts";
import { setContent } from "./content.ts";
import { setDestinations } from "./destinations.ts";
import { setElementNames } from "./element-names.ts";
import { setFontPrograms } from "./font-programs.ts";
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
  setContent,
  drawStatusMark,
  setInformation,
  setCatalog,
  setDestinations,
  setOutline,
  setLabels,
  setView,
  setOutputIntent,
  setUnicodeMaps,
  setFontPrograms,
  setElementNames,
  setIdentity,
  setXmp,
];

// The more in one, the better they compress; a reader has to unpack one whole for any object in it.
const objectsPerStream = 500;

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
  // Nothing here waits to be embedded, so that the document's own way of saving would add but smaller object streams.
  return PDFStreamWriter.forContext(
    document.context,
    Number.POSITIVE_INFINITY,
    true,
    objectsPerStream,
  ).serializeToBuffer();
}
