import { ParseSpeeds, PDFDocument } from "@cantoo/pdf-lib";
import type { Fault } from "../types.ts";
import { checkAddresses } from "./check-addresses.ts";
import { checkFonts } from "./check-fonts.ts";
import { checkMark } from "./check-mark.ts";
import { checkPages } from "./check-pages.ts";
import type { FinishOptions } from "./options.ts";

/** What a finished file is held to. */
export interface Expectation extends Pick<FinishOptions, "sheet" | "mark"> {
  /** How many pages the press laid out. */
  pages: number;
  /** PostScript names of the fonts it may hold. */
  fonts: readonly string[];
  /** Where the press served the page from, if anywhere: no link may lead there. */
  origin?: string;
}

/** One thing that is looked at. */
export type Check = (document: PDFDocument, expected: Expectation) => Fault[];

const checks: readonly Check[] = [checkPages, checkMark, checkFonts, checkAddresses];

/**
 * Reads a finished file again and looks for what must never leave: a missing or uncalled-for mark, a
 * page of the wrong size or number, a font that isn't ours, an address of our own machine.
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
