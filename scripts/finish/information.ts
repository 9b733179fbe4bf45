import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import type { FinishOptions } from "./options.ts";

/**
 * Replaces the information dictionary: nothing that the browser said of itself, or of when, is left.
 * @param document
 *   PDF, changed in place.
 * @param options
 *   Title, authors, description, time, version.
 */
export function setInformation(document: PDFDocument, options: FinishOptions): void {
  const { context } = document;
  const date = PDFString.fromDate(new Date(options.seconds * 1000));
  const entries: Array<[string, PDFHexString | PDFString]> = [
    ["Title", PDFHexString.fromText(options.title)],
    ["Creator", PDFHexString.fromText("Handbill")],
    ["Producer", PDFHexString.fromText(`Handbill ${options.version}`)],
    ["CreationDate", date],
    ["ModDate", date],
  ];
  if (options.authors.length > 0) {
    entries.push(["Author", PDFHexString.fromText(options.authors.join("; "))]);
  }
  if (options.description !== undefined) {
    entries.push(["Subject", PDFHexString.fromText(options.description)]);
  }
  const information = PDFDict.withContext(context);
  for (const [name, value] of entries) information.set(PDFName.of(name), value);

  const { Info: old } = context.trailerInfo;
  const reference = old !== undefined && "objectNumber" in old ? old : context.nextRef();
  context.assign(reference as never, information);
  context.trailerInfo.Info = reference;
}
