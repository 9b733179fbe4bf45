import {
  type PDFContext,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from "@cantoo/pdf-lib";
import { deflate } from "./deflate.ts";
import type { PrintOptions } from "./options.ts";

// A build makes many copies with one profile, and to pack a megabyte takes a while.
const packed = new WeakMap<Uint8Array, Uint8Array>();

/**
 * Says for which printing condition the colours are made, and brings its profile (ISO 15930-7).
 * @param document
 *   PDF, changed in place.
 * @param options
 *   Profile.
 */
export function setPrintIntent(document: PDFDocument, { profile }: PrintOptions): void {
  const { context, catalog } = document;
  const intent = context.obj({
    Type: "OutputIntent",
    S: "GTS_PDFX",
    OutputConditionIdentifier: PDFString.of(profile.condition),
    Info: PDFHexString.fromText(profile.description),
    DestOutputProfile: context.register(profileStream(context, profile.bytes)),
    // Only a name of the registry may be looked up there.
    ...(profile.registered && { RegistryName: PDFString.of("http://www.color.org") }),
  });
  catalog.set(PDFName.of("OutputIntents"), context.obj([intent]));
}

function profileStream(context: PDFContext, bytes: Uint8Array): PDFRawStream {
  const contents = packed.get(bytes) ?? deflate(context, bytes).contents;
  packed.set(bytes, contents);
  const dict = context.obj({ N: 4, Filter: "FlateDecode", Length: contents.length });
  return PDFRawStream.of(dict, contents);
}
