import { PDFArray, type PDFDocument, PDFHexString, PDFName } from "@cantoo/pdf-lib";
import { type Description, describe } from "./information.ts";
import type { FinishOptions } from "./options.ts";
import { claimNamespaces, claimProperties } from "./xmp-claims.ts";
import { element, escaped, list } from "./xmp-elements.ts";

// By the prefixes that everybody uses; ISO 16684-1.
const namespaces = {
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  dc: "http://purl.org/dc/elements/1.1/",
  xmp: "http://ns.adobe.com/xap/1.0/",
  xmpMM: "http://ns.adobe.com/xap/1.0/mm/",
  pdf: "http://ns.adobe.com/pdf/1.3/",
  ...claimNamespaces,
} as const;

/**
 * Writes what the file says of itself, and which standards it claims to keep, as an XMP packet; bare, for
 * programs that look for it without reading PDF.
 * @param document
 *   PDF, changed in place; its identity is set.
 * @param options
 *   Title, authors, description, language, time, version, claims.
 */
export function setXmp(document: PDFDocument, options: FinishOptions): void {
  const { context, catalog } = document;
  const packet = xmpPacket(describe(options), options, identityOf(document));
  const stream = context.stream(new TextEncoder().encode(packet), {
    Type: "Metadata",
    Subtype: "XML",
  });
  catalog.set(PDFName.of("Metadata"), context.register(stream));
}

/**
 * Writes an XMP packet.
 * @param description
 *   Title, authors, description, programs, time.
 * @param options
 *   Language and claims.
 * @param identity
 *   The file's identifier, 32 hexadecimal digits.
 * @returns
 *   The packet, without the attributes `bytes` and `encoding`, which PDF/A forbids.
 */
function xmpPacket(
  { title, authors, description, creator, producer, date }: Description,
  { language, claims = {} }: Pick<FinishOptions, "language" | "claims">,
  identity: string,
): string {
  const time = date.toISOString().replace(".000Z", "Z");
  const properties = [
    element("dc:format", "application/pdf"),
    element("dc:title", alternative(title)),
    element("dc:language", list("Bag", [escaped(language)])),
    ...(authors.length > 0 ? [element("dc:creator", list("Seq", authors.map(escaped)))] : []),
    ...(description ? [element("dc:description", alternative(description))] : []),
    ...["CreateDate", "ModifyDate", "MetadataDate"].map((name) => element(`xmp:${name}`, time)),
    element("xmp:CreatorTool", escaped(creator)),
    element("pdf:Producer", escaped(producer)),
    element("xmpMM:DocumentID", `uuid:${uuid(identity)}`),
    ...claimProperties(claims),
  ];
  const [rdf, ...spaces] = Object.entries(namespaces)
    .filter(([prefix]) => prefix === "rdf" || properties.join("").includes(`<${prefix}:`))
    .map(([prefix, address]) => `xmlns:${prefix}="${address}"`);
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF ${rdf}>
<rdf:Description rdf:about="" ${spaces.join(" ")}>
${properties.join("\n")}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
`;
}

/**
 * A text for whoever asks, in the language that `dc:language` gives. Saying it once more under that language's
 * name would be in order, but Firefox puts all versions of a title one after the other in its window's bar.
 */
function alternative(text: string): string {
  return element("rdf:Alt", `<rdf:li xml:lang="x-default">${escaped(text)}</rdf:li>`);
}

// Version 8 of RFC 9562: bits of our own making, but for six.
function uuid(identity: string): string {
  const digits = identity.toLowerCase();
  const variant = ((Number.parseInt(digits.slice(16, 17), 16) & 3) | 8).toString(16);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    variant + digits.slice(17, 20),
    digits.slice(20, 32),
  ].join("-");
}

function identityOf({ context }: PDFDocument): string {
  const { ID } = context.trailerInfo;
  const first = ID instanceof PDFArray ? ID.get(0) : undefined;
  if (!(first instanceof PDFHexString)) throw new TypeError("The identity is set first");
  return first.asString();
}
