import { type PDFContext, type PDFDict, PDFName, PDFRawStream } from "@cantoo/pdf-lib";

/**
 * Compresses a stream, into the same bytes on every machine: what Node brings differs by its version
 * and the processor. The library has its own, which is warm from writing the file.
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
  const stream = context.flateStream(bytes);
  if (!old) return stream;
  const dict = old.clone(context);
  dict.delete(PDFName.of("DecodeParms"));
  dict.set(PDFName.of("Filter"), PDFName.of("FlateDecode"));
  return PDFRawStream.of(dict, stream.getContents());
}
