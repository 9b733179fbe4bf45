import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import type { Fault } from "../types.ts";
import { metadataText } from "./metadata-text.ts";
import type { Expectation } from "./options.ts";

/**
 * Checks that a file says of itself what it is: the same in both places, in its language, with the colours it
 * is in, and claiming to keep no standard but those it was meant to.
 * @param document
 *   Finished PDF.
 * @param expected
 *   Title, language, claims.
 * @returns
 *   Faults `pdf-metadata`.
 */
export function checkMetadata(document: PDFDocument, expected: Expectation): Fault[] {
  const packet = packetOf(document);
  const { ua, archive } = expected.claims ?? {};
  const archived = archive?.toUpperCase() ?? "";
  const second = (date: Date | undefined) => date?.toISOString().replace(".000Z", "Z");
  const pairs: Array<[what: string, found: string | undefined, wanted: string | undefined]> = [
    ["title", document.getTitle(), metadataText(expected.title)],
    ["title in XMP", firstOf(packet, "dc:title"), document.getTitle()],
    [
      "authors in XMP",
      valuesOf(packet, "dc:creator").join("; ") || undefined,
      document.getAuthor(),
    ],
    ["subject in XMP", firstOf(packet, "dc:description"), document.getSubject()],
    ["creator in XMP", firstOf(packet, "xmp:CreatorTool"), document.getCreator()],
    ["producer in XMP", firstOf(packet, "pdf:Producer"), document.getProducer()],
    ["time in XMP", firstOf(packet, "xmp:CreateDate"), second(document.getCreationDate())],
    ["change in XMP", firstOf(packet, "xmp:ModifyDate"), second(document.getModificationDate())],
    ["language", document.getLanguage(), expected.language],
    ["language in XMP", firstOf(packet, "dc:language"), expected.language],
    ["colours", outputIntents(document), "GTS_PDFA1"],
    ["claim to PDF/UA", firstOf(packet, "pdfuaid:part"), ua && String(ua)],
    ["claim to a part of PDF/A", firstOf(packet, "pdfaid:part"), archived.slice(0, 1) || undefined],
    ["level of PDF/A", firstOf(packet, "pdfaid:conformance"), archived.slice(1) || undefined],
  ];
  return pairs
    .filter(([, found, wanted]) => found !== wanted)
    .map(([what, found, wanted]) => ({
      rule: "pdf-metadata",
      reason: `the ${what} of the file is ${said(found)}, not ${said(wanted)}`,
    }));
}

function packetOf({ catalog }: PDFDocument): string {
  const stream = catalog.lookup(PDFName.of("Metadata"));
  // A packet that is compressed is as good as none: it has to be found without reading PDF.
  const bare = stream instanceof PDFRawStream && !stream.dict.has(PDFName.of("Filter"));
  return bare ? new TextDecoder().decode(stream.getContents()) : "";
}

function outputIntents({ catalog }: PDFDocument): string | undefined {
  const intents = catalog.lookupMaybe(PDFName.of("OutputIntents"), PDFArray)?.asArray() ?? [];
  const names = intents.map((_, index) => {
    const intent = catalog.lookup(PDFName.of("OutputIntents"), PDFArray).lookup(index, PDFDict);
    const profile = intent.lookup(PDFName.of("DestOutputProfile"));
    return profile instanceof PDFRawStream
      ? intent.lookupMaybe(PDFName.of("S"), PDFName)?.decodeText()
      : "without a profile";
  });
  return names.join(" and ") || undefined;
}

/** What an element of the packet holds, or the first item of its list. */
function firstOf(packet: string, name: string): string | undefined {
  return valuesOf(packet, name)[0];
}

function valuesOf(packet: string, name: string): string[] {
  const content = new RegExp(`<${name}>(.*?)</${name}>`, "s").exec(packet)?.[1];
  if (content === undefined) return [];
  const items = [...content.matchAll(/<rdf:li[^>]*>(.*?)<\/rdf:li>/gs)].map(
    ([, item = ""]) => item,
  );
  return (items.length > 0 ? items : [content]).map(plain);
}

const characters: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

function plain(text: string): string {
  return text.replaceAll(/&(\w+);/g, (_, name: string) => characters[name] ?? "");
}

function said(value: string | undefined): string {
  return value === undefined ? "missing" : `“${value}”`;
}
