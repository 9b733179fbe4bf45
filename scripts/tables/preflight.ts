import type { Severity } from "./rules.ts";

/** Row of the table of what preflight finds. */
export interface FindingRow {
  severity: Severity;
  /** What is wrong, one sentence; `{name}` stands for a value. */
  reason: string;
  /** What to do about it, in plain words. */
  note: string;
}

const askShop = "Ask for the file again, or make it anew with the program it came from.";

/** Everything preflight finds, by rule id; keep the rows sorted. */
export const preflightRules = {
  "annotation-in-trim": {
    severity: "error",
    reason: "A {kind} annotation lies on the printed area of a file that says it is {claim}",
    note: "Make the print copy without links, comments and form fields.",
  },
  "annotation-prints": {
    severity: "warning",
    reason: "A {kind} annotation will be printed",
    note: "Delete it, or write it into the page if it should stay.",
  },
  "black-mixed": {
    severity: "warning",
    reason: "Text of {size} pt is black mixed of several inks ({ink})",
    note: "Set black text in black ink alone; else its edges show colour where the inks don't meet exactly.",
  },
  "bleed-short": {
    severity: "warning",
    reason: "Colour reaches the {edge} edge of the trimmed page and goes on {bleed} mm beyond it",
    note: "Let it go on at least {least} mm beyond the trim, or keep it clear of the edge; else a white line may show.",
  },
  "box-differs": {
    severity: "warning",
    reason: "The page is {size} mm, the first one {first} mm",
    note: "Give all pages one size, unless the odd one is meant to fold out.",
  },
  "box-empty": {
    severity: "error",
    reason: "The {box} has no area",
    note: askShop,
  },
  "box-outside": {
    severity: "error",
    reason: "The {inner} reaches out of the {outer}",
    note: "Set page size and bleed anew in the program the file came from.",
  },
  "colour-rgb": {
    severity: "info",
    reason: "Colours are given for screens (RGB): {where}",
    note: "Fine for copiers and office printers. A press changes them to inks by its own rules; ask for a proof.",
  },
  "colour-spot": {
    severity: "info",
    reason: "The file asks for inks of its own: {names}",
    note: "Each is a printing plate more; convert them to CMYK if that isn't meant.",
  },
  "command-line": {
    severity: "error",
    reason: "{reason}",
    note: "{note}",
  },
  "content-damaged": {
    severity: "error",
    reason: "The content of the page cannot be read: {why}",
    note: askShop,
  },
  "colour-stray": {
    severity: "error",
    reason:
      "{family} colour of {where} means something only the device knows, in a file that says it is {claim}",
    note: "Convert it to the inks of the output intent, or tag it with a profile.",
  },
  "font-drawn": {
    severity: "warning",
    reason: "The font {name} is made of drawings (Type 3)",
    note: "It prints coarser on many devices; use another font, or another program to make the PDF.",
  },
  "font-missing": {
    severity: "error",
    reason: "The font {name} is not in the file",
    note: "Make the PDF again with all fonts embedded; else another font takes its place and text may be lost.",
  },
  "image-coarse": {
    severity: "warning",
    reason: "An image has {dpi} pixels an inch as printed",
    note: "Use a larger original or print it smaller: under {least} pixels an inch it looks blurred or stepped.",
  },
  "image-soft": {
    severity: "info",
    reason: "An image has {dpi} pixels an inch as printed",
    note: "It will do; {least} would be sharper.",
  },
  "ink-heavy": {
    severity: "warning",
    reason: "{what} is painted with {ink} % ink",
    note: "Keep all inks together under {most} %; more dries slowly and smears.",
  },
  "line-thin": {
    severity: "warning",
    reason: "A line is {width} pt wide",
    note: "Make it at least {least} pt; thinner lines break up or vanish.",
  },
  "overprint-white": {
    severity: "error",
    reason: "White {what} is set to overprint, so that it vanishes",
    note: "Turn overprinting off for it.",
  },
  "page-blank": {
    severity: "info",
    reason: "The page is blank",
    note: "Nothing to do if it is meant to be.",
  },
  "pages-not-four": {
    severity: "info",
    reason: "The file has {count} pages, which is no multiple of {of}",
    note: "For a folded booklet, blank pages are added before the back cover; else nothing to do.",
  },
  "pdf-damaged": {
    severity: "error",
    reason: "The file is no PDF that can be read: {why}",
    note: askShop,
  },
  "pdf-encrypted": {
    severity: "error",
    reason: "The file is encrypted",
    note: "Save it without password and restrictions; presses refuse it.",
  },
  "pdf-missing": {
    severity: "error",
    reason: "There is no file of this name that can be read",
    note: "Check the name, and that you may read the file; of a folder, name the PDFs: dist/*/*/*.pdf.",
  },
  "pdf-truncated": {
    severity: "error",
    reason: "The end of the file is missing",
    note: "It was probably cut off on its way; send or download it again.",
  },
  "text-cut": {
    severity: "error",
    reason: "Text reaches {distance} mm over the {edge} edge of the trimmed page",
    note: "Move it in by at least {least} mm; it will be cut off.",
  },
  "text-near-trim": {
    severity: "warning",
    reason: "Text comes within {distance} mm of the {edge} edge of the trimmed page",
    note: "Keep {least} mm clear; a cut is never exact, and copiers leave a margin white.",
  },
  "text-reversed-small": {
    severity: "warning",
    reason: "White text of {size} pt stands on a dark ground",
    note: "Set it in at least {least} pt, bold if it can be; ink spreads into it.",
  },
  transparency: {
    severity: "info",
    reason: "There are transparent parts ({kinds})",
    note: "Current presses take them; an old one may ask for a flattened file.",
  },
} as const satisfies Record<string, FindingRow>;
