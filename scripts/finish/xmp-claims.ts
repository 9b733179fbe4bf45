import type { Claims } from "./options.ts";
import { element, list } from "./xmp-elements.ts";

/** Namespaces by prefix: PDF/A (ISO 19005-2, 6.6), PDF/UA (ISO 14289-1, 5). */
export const claimNamespaces = {
  pdfaid: "http://www.aiim.org/pdfa/ns/id/",
  pdfuaid: "http://www.aiim.org/pdfua/ns/id/",
  pdfaExtension: "http://www.aiim.org/pdfa/ns/extension/",
  pdfaSchema: "http://www.aiim.org/pdfa/ns/schema#",
  pdfaProperty: "http://www.aiim.org/pdfa/ns/property#",
} as const;

const resource = ' rdf:parseType="Resource"';
const uaSchema = [
  element("pdfaSchema:schema", "PDF/UA identification"),
  element("pdfaSchema:namespaceURI", claimNamespaces.pdfuaid),
  element("pdfaSchema:prefix", "pdfuaid"),
  element(
    "pdfaSchema:property",
    list(
      "Seq",
      [
        [
          element("pdfaProperty:name", "part"),
          element("pdfaProperty:valueType", "Integer"),
          element("pdfaProperty:category", "internal"),
          element("pdfaProperty:description", "Part of ISO 14289 that the file keeps to"),
        ].join(""),
      ],
      resource,
    ),
  ),
].join("");

/**
 * Says which standards a file claims to keep.
 * @param claims
 *   Part of PDF/UA, part and level of PDF/A.
 * @returns
 *   XML of each property.
 */
export function claimProperties({ ua, archive }: Claims): string[] {
  const [part, level = ""] = archive ?? "";
  return [
    ...(ua ? [element("pdfuaid:part", String(ua))] : []),
    ...(part
      ? [element("pdfaid:part", part), element("pdfaid:conformance", level.toUpperCase())]
      : []),
    // PDF/A knows only the properties of its time: a later one has to be explained.
    ...(part && ua ? [element("pdfaExtension:schemas", list("Bag", [uaSchema], resource))] : []),
  ];
}
