import { constants, inflateSync } from "node:zlib";
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFFlateStream,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFStream,
} from "@cantoo/pdf-lib";
import { undoPredictor } from "./predictor.ts";

const flate = PDFName.of("FlateDecode");
const filterKey = PDFName.of("Filter");
const parametersKey = PDFName.of("DecodeParms");
const newline = Buffer.from("\n");
// A truncated stream gives what is there; what grows beyond any page or picture of use is an attack. Most pages are
// decoded in one piece, which need not be put together.
const limits = {
  finishFlush: constants.Z_SYNC_FLUSH,
  maxOutputLength: 2 ** 28,
  chunkSize: 2 ** 16,
};

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
    // The common case, by the faster decoder, and with predictors, which the library doesn't know.
    if (onlyOf(filter) === flate) {
      const parameters = onlyOf(dict.lookup(parametersKey));
      const bytes = inflateSync(contents, limits);
      return parameters instanceof PDFDict ? undoPredictor(bytes, parameters) : bytes;
    }
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

/** What stands alone, in a list or not. */
function onlyOf(value: PDFObject | undefined): PDFObject | undefined {
  return value instanceof PDFArray && value.size() === 1 ? value.lookup(0) : value;
}
