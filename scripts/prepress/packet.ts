import { PDFDict, type PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { decodeStream } from "../pdf/stream.ts";

// What the copy for screens says it keeps to, and a copy for paper does not.
const claims =
  /<(pdfaid:part|pdfaid:conformance|pdfuaid:part|pdfaExtension:schemas)>[\s\S]*?<\/\1>\n?/g;
const metadata = PDFName.of("Metadata");

// ISO 15930-7. Namespaces are declared here: a packet may have had no need of them.
const printClaims = [
  `<pdfxid:GTS_PDFXVersion xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">PDF/X-4</pdfxid:GTS_PDFXVersion>`,
  `<pdf:Trapped xmlns:pdf="http://ns.adobe.com/pdf/1.3/">False</pdf:Trapped>`,
  `<xmpMM:VersionID xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">1</xmpMM:VersionID>`,
  `<xmpMM:RenditionClass xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">default</xmpMM:RenditionClass>`,
];

/**
 * Takes back what the XMP packet of the copy for screens claims.
 * @param document
 *   PDF, changed in place; it has a packet.
 */
export function dropClaims(document: PDFDocument): void {
  rewrite(document, (packet) => packet.replaceAll(claims, ""));
}

/**
 * Says in the XMP packet and the information dictionary that the file is PDF/X-4, and not yet trapped.
 * @param document
 *   PDF, changed in place; it has a packet.
 */
export function claimPrint(document: PDFDocument): void {
  rewrite(document, (packet) =>
    packet.replace("</rdf:Description>", `${printClaims.join("\n")}\n</rdf:Description>`),
  );
  const { context } = document;
  const information = context.lookup(context.trailerInfo.Info);
  if (!(information instanceof PDFDict)) throw new TypeError("A finished file says what it is");
  information.set(PDFName.of("Trapped"), PDFName.of("False"));
}

function rewrite({ catalog, context }: PDFDocument, change: (packet: string) => string): void {
  const packet = Buffer.from(decodeStream(catalog.lookup(metadata))).toString("utf8");
  if (!packet.includes("</rdf:Description>")) throw new TypeError("A finished file has a packet");
  const bytes = Buffer.from(change(packet), "utf8");
  // Bare, for programs that look for it without reading PDF.
  const stream = context.stream(bytes, { Type: "Metadata", Subtype: "XML" });
  catalog.set(metadata, context.register(stream));
}
