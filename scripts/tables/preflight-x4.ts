import type { FindingRow } from "./preflight.ts";

const remake = "Export the print copy again as PDF/X-4.";
const intent = "Embed the press's profile (class prtr) as the one output intent of kind GTS_PDFX.";
const metadata =
  "Give title, dates and trapping in the metadata and, the same, in the document information.";

/**
 * What ISO 15930-7 (PDF/X-4) asks for, key by key, as far as we look, for files that say they are PDF/X-4.
 * Sections are those of ISO 32000-1, where the keys are defined; of ISO 15930-7 we had no copy to name its own.
 */
export const x4Rules = {
  // 12.6.4: actions
  "x4-actions": { severity: "error", reason: "The file holds actions ({where})", note: remake },
  // 8.9.5.4: alternate images
  "x4-alternate": {
    severity: "error",
    reason: "An image names another to be printed in its place",
    note: remake,
  },
  // 11.6.6: group colour spaces
  "x4-blending": {
    severity: "error",
    reason: "Transparent parts are mixed in {space}, not in the output intent's colours ({intent})",
    note: "Give the page a transparency group in the colours of the output intent.",
  },
  // 14.11.2: page boundaries
  "x4-boxes": {
    severity: "error",
    reason: "The page has {found}",
    note: "Give each page either a TrimBox, the size it is cut to, or an ArtBox.",
  },
  // 7.11.4: embedded files
  "x4-files": { severity: "warning", reason: "The file holds other files", note: remake },
  // 7.4.4, 7.4.10: filters
  "x4-filter": { severity: "warning", reason: "Something is stored by {filter}", note: remake },
  // 12.7: forms
  "x4-form": { severity: "error", reason: "The file holds a form to fill in", note: remake },
  // 14.4: file identifiers
  "x4-id": { severity: "error", reason: "The file has no identifier (/ID)", note: remake },
  // 14.3.3: document information
  "x4-information": {
    severity: "warning",
    reason: "The document information lacks {key}",
    note: metadata,
  },
  // 14.11.5: output intents
  "x4-intent": {
    severity: "error",
    reason: "The file has {count} output intents of kind GTS_PDFX, not one",
    note: intent,
  },
  "x4-intent-condition": {
    severity: "error",
    reason: "The output intent lacks OutputConditionIdentifier",
    note: "Name the printing condition, such as FOGRA39.",
  },
  "x4-intent-profile": {
    severity: "error",
    reason: "The output intent's profile {problem}",
    note: intent,
  },
  // 14.3.2: metadata streams
  "x4-metadata": { severity: "error", reason: "The metadata (XMP) {problem}", note: metadata },
  "x4-metadata-differs": {
    severity: "error",
    reason: "{key} is “{info}” in the document information, “{xmp}” in the metadata",
    note: metadata,
  },
  // 8.10.4, 14.11.7, 7.3.8.2: reference XObjects, OPI, streams in other files
  "x4-outside": {
    severity: "error",
    reason: "Something is taken from another file ({key})",
    note: remake,
  },
  // 8.8.2: PostScript XObjects
  "x4-postscript": { severity: "error", reason: "The file holds PostScript code", note: remake },
  // 10.4, 10.5: transfer functions, halftones
  "x4-transfer": {
    severity: "error",
    reason: "A graphics state holds {key}",
    note: "Make the file without transfer curves and screens of its own.",
  },
  // 14.11.6: trapping
  "x4-trapped": {
    severity: "error",
    reason: "Whether the file is trapped is said as “{found}”",
    note: "Say True or False.",
  },
  // 7.5.2: file header
  "x4-version": {
    severity: "error",
    reason: "The file says it is PDF {version}",
    note: "PDF/X-4 is PDF 1.6 at most.",
  },
} as const satisfies Record<string, FindingRow>;
