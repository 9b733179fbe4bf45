import { ParseSpeeds, PDFDocument, PDFStreamWriter } from "@cantoo/pdf-lib";
import { setBoxes } from "./boxes.ts";
import { setCatalog } from "./catalog.ts";
import { setDestinations } from "./destinations.ts";
import { setFontPrograms } from "./font-programs.ts";
import { setIdentity } from "./identity.ts";
import { setInformation } from "./information.ts";
import { setLabels } from "./labels.ts";
import type { FinishOptions, FinishStep } from "./options.ts";
import { setOutline } from "./outline.ts";
import { setOutputIntent } from "./output-intent.ts";
import { drawStatusMark } from "./status-mark.ts";
import { setTags } from "./tags/tags.ts";
import { setUnicodeMaps } from "./unicode-maps.ts";
import { setView } from "./view.ts";
import { setXmp } from "./xmp.ts";

// In this order, after boxes and tags: the mark stands outside the tags, bookmarks decide how the file opens, the
// identity is a digest of everything before it, and the packet repeats the identity.
const steps: readonly FinishStep[] = [
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
  setBoxes(document, options);
  const told = { ...options, ...setTags(document, options) };
  for (const step of steps) step(document, told);
  // Nothing here waits to be embedded, so that the document's own way of saving would add but smaller object streams.
  const writer = PDFStreamWriter.forContext(
    document.context,
    Number.POSITIVE_INFINITY,
    true,
    objectsPerStream,
  );
  return writer.serializeToBuffer();
}
