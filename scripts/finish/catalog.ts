import { type PDFDocument, ReadingDirection } from "@cantoo/pdf-lib";
import type { FinishOptions } from "./options.ts";

/**
 * Says in the catalog which language the text is in, which way it reads, and that windows show its title.
 * @param document
 *   PDF, changed in place.
 * @param options
 *   Language and direction.
 */
export function setCatalog(document: PDFDocument, options: FinishOptions): void {
  document.setLanguage(options.language);
  const preferences = document.catalog.getOrCreateViewerPreferences();
  preferences.setDisplayDocTitle(true);
  if (options.direction === "rtl") preferences.setReadingDirection(ReadingDirection.R2L);
}
