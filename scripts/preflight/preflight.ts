import { checkAnnotations } from "./check-annotations.ts";
import { checkBleed } from "./check-bleed.ts";
import { checkBoxes } from "./check-boxes.ts";
import { checkColours } from "./check-colours.ts";
import { checkFonts } from "./check-fonts.ts";
import { checkImageInk } from "./check-image-ink.ts";
import { checkImages } from "./check-images.ts";
import { checkInk } from "./check-ink.ts";
import { checkLines } from "./check-lines.ts";
import { checkMargins } from "./check-margins.ts";
import { checkOverprint } from "./check-overprint.ts";
import { checkPages } from "./check-pages.ts";
import { checkSmallText } from "./check-small-text.ts";
import { checkTransparency } from "./check-transparency.ts";
import { checkX4 } from "./check-x4.ts";
import { type Finding, find } from "./finding.ts";
import { gatherFindings } from "./gather.ts";
import { inspect } from "./inspect.ts";
import type { PreflightCheck } from "./inspected.ts";
import { openPdf } from "./open-pdf.ts";
import { sayWhy } from "./why.ts";

/** What preflight says of a file. */
export interface Preflight {
  /** How many pages it has; 0 where it could not be read. */
  pages: number;
  /** The print standard it says it keeps. */
  claim: string | undefined;
  findings: Finding[];
}

const checks: readonly PreflightCheck[] = [
  checkPages,
  checkBoxes,
  checkFonts,
  checkMargins,
  checkBleed,
  checkImages,
  checkLines,
  checkSmallText,
  checkInk,
  checkImageInk,
  checkColours,
  checkOverprint,
  checkTransparency,
  checkAnnotations,
  checkX4,
];
// Readers look this far from either end for the mark of it.
const tail = 1024;

/**
 * Looks at a PDF, ours or another's, as a print shop would.
 * @param pdf
 *   The file.
 * @returns
 *   What was found, in the order of pages. Never throws for what the file holds.
 */
export async function preflight(pdf: Uint8Array): Promise<Preflight> {
  const nothing = { pages: 0, claim: undefined };
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length);
  const begins = bytes.subarray(0, tail).includes("%PDF-");
  const ends = bytes.subarray(-tail).includes("%%EOF");
  const cut = begins && !ends ? [find("pdf-truncated")] : [];
  try {
    const document = await openPdf(pdf);
    // What anybody may open is looked at, and said to be encrypted.
    const locked = isLocked(bytes) ? [find("pdf-encrypted")] : [];
    const inspected = inspect(document);
    const findings = [...cut, ...locked, ...checks.flatMap((check) => check(inspected))];
    const { pages, claim } = inspected;
    if (pages.length === 0) findings.push(find("pdf-damaged", { why: "it has no pages" }));
    return { pages: pages.length, claim, findings: gatherFindings(findings) };
  } catch (error) {
    if (isLocked(bytes)) return { ...nothing, findings: [find("pdf-encrypted")] };
    return { ...nothing, findings: [...cut, find("pdf-damaged", { why: sayWhy(error) })] };
  }
}

/** Whether a trailer names how to decrypt the file. */
function isLocked(bytes: Buffer): boolean {
  for (let at = bytes.indexOf("/Encrypt"); at >= 0; at = bytes.indexOf("/Encrypt", at + 1))
    if (/^\/Encrypt\s*(\d|<<)/.test(bytes.toString("latin1", at, at + 16))) return true;
  return false;
}
