import { type PDFContext, PDFDict, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import { zlibSync } from "fflate";

// Of nine. The higher take up to twice the time for less than a hundredth.
const level = 6;

/**
 * Compresses a stream, into the same bytes on every machine: what Node brings differs by its version
 * and the processor.
 * @param context
 *   Of the document.
 * @param bytes
 *   What the stream holds.
 * @param old
 *   Stream whose other entries it keeps.
 * @returns
 *   A stream, not yet one of the document's objects.
 */
export function deflated(context: PDFContext, bytes: Uint8Array, old?: PDFDict): PDFRawStream {
  const dict = old?.clone(context) ?? PDFDict.withContext(context);
  dict.delete(PDFName.of("DecodeParms"));
  dict.set(PDFName.of("Filter"), PDFName.of("FlateDecode"));
  return PDFRawStream.of(dict, zlibSync(bytes, { level }));
}
