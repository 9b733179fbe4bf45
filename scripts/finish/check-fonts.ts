import { PDFDict, type PDFDocument, PDFName } from "@cantoo/pdf-lib";
import type { Fault } from "../types.ts";
import type { Expectation } from "./options.ts";

const subsetPrefix = /^[A-Z]{6}\+/;

/**
 * Checks that every font is one of ours, as embedded TrueType outlines.
 * @param document
 *   Finished PDF.
 * @param expected
 *   PostScript names.
 * @returns
 *   Faults `pdf-font`, one a font.
 */
export function checkFonts(document: PDFDocument, { fonts }: Expectation): Fault[] {
  const known = new Set(fonts);
  const faults: Fault[] = [];
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || !is(object, "Type", "Font")) continue;
    const name = baseName(object);
    const problem = kindProblem(object) ?? (known.has(name) ? undefined : "isn't one of ours");
    if (problem !== undefined) {
      faults.push({ rule: "pdf-font", reason: `the font “${name}” in the file ${problem}` });
    }
  }
  return faults;
}

function kindProblem(font: PDFDict): string | undefined {
  if (is(font, "Subtype", "Type3")) return "is made of drawings (Type 3)";
  // A composite font holds no outlines: its descendant does.
  if (is(font, "Subtype", "Type0")) return undefined;
  if (!is(font, "Subtype", "CIDFontType2")) return "isn't TrueType";
  const descriptor = font.lookupMaybe(PDFName.of("FontDescriptor"), PDFDict);
  return descriptor?.has(PDFName.of("FontFile2")) ? undefined : "isn't embedded";
}

function baseName(font: PDFDict): string {
  const name = font.lookupMaybe(PDFName.of("BaseFont"), PDFName);
  return name === undefined ? "without a name" : name.decodeText().replace(subsetPrefix, "");
}

function is(dictionary: PDFDict, key: string, value: string): boolean {
  return dictionary.lookup(PDFName.of(key)) === PDFName.of(value);
}
