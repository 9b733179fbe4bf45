import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import { metadataText } from "./metadata-text.ts";
import type { FinishOptions } from "./options.ts";

/** What a file says of itself, here and in its XMP packet. */
export interface Description {
  title: string;
  authors: string[];
  description?: string;
  creator: string;
  producer: string;
  /** Of creation and of the last change. */
  date: Date;
}

/**
 * What a file says of itself, ready to be written in either place.
 * @param options
 *   Title, authors, description, time, version.
 * @returns
 *   The same in one line each; authors without a name are left out.
 */
export function describe(options: FinishOptions): Description {
  const description = metadataText(options.description ?? "");
  return {
    title: metadataText(options.title),
    authors: options.authors.map(metadataText).filter(Boolean),
    ...(description && { description }),
    creator: "Handbill",
    producer: `Handbill ${options.version}`,
    date: new Date(Math.floor(options.seconds) * 1000),
  };
}

/**
 * Replaces the information dictionary: nothing that the browser said of itself, or of when, is left.
 * @param document
 *   PDF, changed in place.
 * @param options
 *   Title, authors, description, time, version.
 */
export function setInformation(document: PDFDocument, options: FinishOptions): void {
  const { context } = document;
  const { title, authors, description, creator, producer, date } = describe(options);
  const entries: Array<[string, PDFHexString | PDFString]> = [
    ["Title", PDFHexString.fromText(title)],
    ["Creator", PDFHexString.fromText(creator)],
    ["Producer", PDFHexString.fromText(producer)],
    ["CreationDate", PDFString.fromDate(date)],
    ["ModDate", PDFString.fromDate(date)],
  ];
  if (authors.length > 0) entries.push(["Author", PDFHexString.fromText(authors.join("; "))]);
  if (description !== undefined) entries.push(["Subject", PDFHexString.fromText(description)]);
  const information = PDFDict.withContext(context);
  for (const [name, value] of entries) information.set(PDFName.of(name), value);

  const { Info: old } = context.trailerInfo;
  const reference = old !== undefined && "objectNumber" in old ? old : context.nextRef();
  context.assign(reference as never, information);
  context.trailerInfo.Info = reference;
}
