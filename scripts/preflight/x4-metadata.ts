import { information, property } from "./claim.ts";
import { type Finding, find } from "./finding.ts";
import type { Inspected } from "./inspected.ts";

// Where the information has no such key there is nothing to agree with.
const properties: readonly { xmp: string; info?: string; date?: boolean }[] = [
  { xmp: "title", info: "Title" },
  { xmp: "CreateDate", info: "CreationDate", date: true },
  { xmp: "ModifyDate", info: "ModDate", date: true },
  { xmp: "MetadataDate" },
  { xmp: "Trapped", info: "Trapped" },
  { xmp: "DocumentID" },
  { xmp: "VersionID" },
  { xmp: "RenditionClass" },
];
const known = new Set(["True", "False"]);

/**
 * Looks at metadata and document information, and whether they say the same.
 * @param inspected
 *   A file that says it is PDF/X-4.
 * @returns
 *   Findings `x4-metadata`, `x4-metadata-differs`, `x4-information` and `x4-trapped`.
 */
export function checkX4Metadata({ document, metadata }: Inspected): Finding[] {
  if (metadata === "") return [find("x4-metadata", { problem: "is missing" })];
  const version = property(metadata, "GTS_PDFXVersion");
  const trapped = property(metadata, "Trapped") ?? information(document, "Trapped") ?? "nothing";
  return [
    ...(version ? [] : [find("x4-metadata", { problem: "lacks GTS_PDFXVersion" })]),
    ...properties.flatMap((row) => checkProperty(row, document, metadata)),
    ...(known.has(trapped) ? [] : [find("x4-trapped", { found: trapped })]),
  ];
}

function checkProperty(
  { xmp: name, info: key, date }: (typeof properties)[number],
  document: Inspected["document"],
  metadata: string,
): Finding[] {
  const xmp = property(metadata, name);
  const info = key === undefined ? undefined : information(document, key);
  const findings: Finding[] = [];
  if (!xmp) findings.push(find("x4-metadata", { problem: `lacks ${name}` }));
  if (key !== undefined && !info) findings.push(find("x4-information", { key }));
  const same = date ? sameMoment : (one: string, other: string) => one === other;
  if (key !== undefined && xmp && info && !same(info, xmp))
    findings.push(find("x4-metadata-differs", { key, info, xmp }));
  return findings;
}

// `D:20171024120000+02'00'` (ISO 32000-1, 7.9.4) and `2017-10-24T12:00:00+02:00`.
function sameMoment(info: string, xmp: string): boolean {
  const pattern = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?/;
  const found = pattern.exec(info);
  if (!found) return false;
  const [, year, month = "01", day = "01", hour = "00", minute = "00", second = "00"] = found;
  const zone = found[8] === undefined ? "Z" : `${found[8]}:${found[9] ?? "00"}`;
  const moment = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  return moment === Date.parse(/T[\d:.]+$/.test(xmp) ? `${xmp}Z` : xmp);
}
