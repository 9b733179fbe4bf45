import { type PDFDocument, PDFName, type PrintScaling, ReadingDirection } from "@cantoo/pdf-lib";
import type { FinishOptions } from "./options.ts";
import { outlineItems } from "./outline-items.ts";

/**
 * Says how a viewer opens the file: its title in the window's bar, pages side by side as they are bound,
 * bookmarks in sight where there are enough to find one's way by.
 * @param document
 *   PDF, changed in place; its bookmarks are written.
 * @param options
 *   Row of the view, direction.
 */
export function setView(document: PDFDocument, { view, direction }: FinishOptions): void {
  const { catalog, context } = document;
  const preferences = catalog.getOrCreateViewerPreferences();
  preferences.setDisplayDocTitle(true);
  if (direction === "rtl") preferences.setReadingDirection(ReadingDirection.R2L);
  if (view === undefined) return;
  preferences.setPrintScaling(view.scaling as PrintScaling);
  catalog.set(PDFName.of("PageLayout"), PDFName.of(view.layout));
  const bookmarked = outlineItems(document).length >= view.bookmarks;
  catalog.set(PDFName.of("PageMode"), PDFName.of(bookmarked ? "UseOutlines" : "UseNone"));
  const [first] = document.getPages();
  if (view.whole && first) {
    catalog.set(PDFName.of("OpenAction"), context.obj([first.ref, "Fit"]));
  }
}
