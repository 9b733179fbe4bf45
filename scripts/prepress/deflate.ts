import { type PDFContext, PDFDict, PDFName, PDFNumber, PDFRawStream } from "@cantoo/pdf-lib";

const encodings = ["Filter", "DecodeParms", "Length"].map((name) => PDFName.of(name));

/**
 * A stream, compressed. Not by Node's zlib, whose bytes differ between versions and processors.
 * @param context
 *   Document.
 * @param bytes
 *   What it holds.
 * @param dict
 *   What is said of it; how it was encoded before is replaced.
 */
export function deflate(
  context: PDFContext,
  bytes: Uint8Array,
  dict: PDFDict = PDFDict.withContext(context),
): PDFRawStream {
  const { contents } = context.flateStream(bytes) as PDFRawStream;
  for (const key of encodings) dict.delete(key);
  dict.set(PDFName.of("Filter"), PDFName.of("FlateDecode"));
  dict.set(PDFName.of("Length"), PDFNumber.of(contents.length));
  return PDFRawStream.of(dict, contents);
}
