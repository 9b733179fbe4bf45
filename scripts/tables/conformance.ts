import type { RuleId } from "./rules.ts";

/**
 * Rules of the text that, when one is broken, keep its PDFs from saying that they are PDF/UA and PDF/A: a person who
 * hears them would miss something that no program can put there. What `heading-skipped` and `link-no-words` tell of is
 * mended, so they are not among them.
 *
 * Source: PDF/UA-1, 7.3 (alternative descriptions of figures) and 7.5 (heads of tables).
 */
export const withholding: ReadonlySet<RuleId> = new Set(["image-no-alt", "table-no-heads"]);
