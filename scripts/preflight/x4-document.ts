import { PDFArray, PDFDict, PDFName } from "@cantoo/pdf-lib";
import { type Finding, find } from "./finding.ts";
import type { Inspected } from "./inspected.ts";

const newest = 1.6;

/**
 * Looks at what the file says of itself outside its pages.
 * @param inspected
 *   A file that says it is PDF/X-4.
 * @returns
 *   Findings `x4-version`, `x4-id`, `x4-actions`, `x4-form` and `x4-files`.
 */
export function checkX4Document({ document }: Inspected): Finding[] {
  const { catalog, context } = document;
  const findings: Finding[] = [];
  const version = versionOf(document);
  if (version > newest) findings.push(find("x4-version", { version: version.toFixed(1) }));
  if (context.trailerInfo.ID === undefined) findings.push(find("x4-id"));
  const names = catalog.lookup(PDFName.of("Names"));
  const actions = [
    // A list is a place to begin at.
    catalog.lookup(PDFName.of("OpenAction")) instanceof PDFDict && "OpenAction",
    catalog.has(PDFName.of("AA")) && "AA",
    has(names, "JavaScript") && "JavaScript",
  ].filter((one) => one !== false);
  if (actions.length > 0) findings.push(find("x4-actions", { where: actions.join(", ") }));
  const form = catalog.lookup(PDFName.of("AcroForm"));
  if (has(form, "XFA") || fieldsOf(form) > 0) findings.push(find("x4-form"));
  if (has(names, "EmbeddedFiles")) findings.push(find("x4-files"));
  return findings;
}

/** The later of what header and catalog say. */
function versionOf({ catalog, context }: Inspected["document"]): number {
  const header = /%PDF-(\d\.\d)/.exec(context.header.toString())?.[1];
  const written = catalog.lookup(PDFName.of("Version"));
  const later = written instanceof PDFName ? Number(written.decodeText()) : 0;
  return Math.max(Number(header ?? 0), later);
}

function has(object: unknown, name: string): boolean {
  return object instanceof PDFDict && object.has(PDFName.of(name));
}

function fieldsOf(form: unknown): number {
  const fields = form instanceof PDFDict ? form.lookup(PDFName.of("Fields")) : undefined;
  return fields instanceof PDFArray ? fields.size() : 0;
}
