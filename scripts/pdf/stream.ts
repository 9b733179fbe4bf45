import { constants, inflateSync } from "node:zlib";
import {
  decodePDFRawStream,
  PDFArray,
  PDFFlateStream,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFStream,
} from "@cantoo/pdf-lib";

const flate = PDFName.of("FlateDecode");
const filterKey = PDFName.of("Filter");
const parametersKey = PDFName.of("DecodeParms");
const newline = Buffer.from("\n");
// A truncated stream gives what is there.
const lenient = { finishFlush: constants.Z_SYNC_FLUSH };

/**
 * Decodes a stream.
 * @param stream
 *   Any object.
 * @returns
 *   Its bytes; none of what is no stream.
 * @throws {Error}
 *   When it is encoded as no content may be, or damaged.
 */
export function decodeStream(stream: PDFObject | undefined): Uint8Array {
  if (stream instanceof PDFRawStream) {
    const { dict, contents } = stream;
    const filter = dict.lookup(filterKey);
    if (filter === undefined) return contents;
    // The common case, by the faster decoder.
    const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
    if (only === flate && !dict.has(parametersKey)) return inflateSync(contents, lenient);
    return decodePDFRawStream(stream).decode();
  }
  // Made by this program, and not written yet.
  if (stream instanceof PDFFlateStream) return stream.getUnencodedContents();
  return stream instanceof PDFStream ? stream.getContents() : new Uint8Array(0);
}

/**
 * The content of a page as one stream, as readers take it.
 * @param page
 *   Its content may be a stream, several or none.
 * @returns
 *   Decoded bytes; streams are parted by a line feed.
 * @throws {Error}
 *   When a stream cannot be decoded.
 */
export function pageContent(page: PDFPage): Uint8Array {
  const entry = page.node.Contents();
  const parts = entry instanceof PDFArray ? entry.asArray() : entry ? [entry] : [];
  const decoded = parts.map((part) => decodeStream(page.doc.context.lookup(part)));
  const [only = new Uint8Array(0)] = decoded;
  if (decoded.length < 2) return only;
  return Buffer.concat(decoded.flatMap((part) => [part, newline]));
}
