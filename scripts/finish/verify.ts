import { ParseSpeeds, PDFDocument } from "@cantoo/pdf-lib";
import type { Fault } from "../types.ts";
import { checkAddresses } from "./check-addresses.ts";
import { checkFonts } from "./check-fonts.ts";
import { checkMark } from "./check-mark.ts";
import { checkMetadata } from "./check-metadata.ts";
import { checkNavigation } from "./check-navigation.ts";
import { checkPages } from "./check-pages.ts";
import { checkStructure } from "./check-structure.ts";
import { checkWords } from "./check-words.ts";
import type { Expectation, FinishCheck } from "./options.ts";

const checks: readonly FinishCheck[] = [
  checkPages,
  checkMark,
  checkFonts,
  checkAddresses,
  checkMetadata,
  checkNavigation,
  checkStructure,
  checkWords,
];

/**
 * Reads a finished file again and looks for what must never leave: a missing or uncalled-for mark, a
 * page of the wrong size or number, a font that isn't ours, an address of our own machine, two accounts of
 * what the file is, a bookmark to nowhere, tags that who hears it would stumble over.
 * @param pdf
 *   The finished file.
 * @param expected
 *   What it should be.
 * @returns
 *   Faults; none when the file may leave.
 */
export async function verifyFinish(pdf: Uint8Array, expected: Expectation): Promise<Fault[]> {
  const document = await PDFDocument.load(pdf, {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
  });
  return checks.flatMap((check) => check(document, expected));
}
