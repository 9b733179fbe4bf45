import { PDFDict, type PDFDocument, PDFName } from "@cantoo/pdf-lib";

/**
 * The bookmarks of a file, each before those below it.
 * @param document
 *   Any PDF.
 * @returns
 *   Their dictionaries; each once, even where a file leads in circles.
 */
export function outlineItems({ catalog }: PDFDocument): PDFDict[] {
  const seen = new Set<PDFDict>();
  const root = catalog.lookup(PDFName.of("Outlines"));
  const rest = [root instanceof PDFDict ? root.lookup(PDFName.of("First")) : undefined];
  while (rest.length > 0) {
    const item = rest.pop();
    if (!(item instanceof PDFDict) || seen.has(item)) continue;
    seen.add(item);
    rest.push(item.lookup(PDFName.of("Next")), item.lookup(PDFName.of("First")));
  }
  return [...seen];
}
