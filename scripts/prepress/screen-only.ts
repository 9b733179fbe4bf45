import { PDFDict, type PDFDocument, PDFName, PDFStream } from "@cantoo/pdf-lib";

const names = (...keys: string[]) => keys.map((key) => PDFName.of(key));

// What a press has no use for, or may not meet in a file for it (ISO 15930-7).
const ofCatalog = names(
  ...["AA", "AcroForm", "AF", "Dests", "Extensions", "MarkInfo", "Names", "OCProperties"],
  ...["OpenAction", "Outlines", "OutputIntents", "PageMode", "StructTreeRoot", "URI", "Version"],
);
const ofPage = names("AA", "AF", "Annots", "PieceInfo", "StructParents", "Tabs", "Thumb");
const ofForm = names("AF", "PieceInfo", "StructParent", "StructParents");

/**
 * Takes out what is for screens and readers: links, bookmarks, tags, actions, attachments, and what the file
 * claims of them.
 * @param document
 *   PDF, changed in place.
 */
export function dropScreenOnly(document: PDFDocument): void {
  for (const key of ofCatalog) document.catalog.delete(key);
  for (const page of document.getPages()) for (const key of ofPage) page.node.delete(key);
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFStream)) continue;
    for (const key of ofForm) object.dict.delete(key);
  }
  const preferences = document.catalog.lookupMaybe(PDFName.of("ViewerPreferences"), PDFDict);
  // The order of pages is the printer's business too; how a window looks isn't.
  for (const [key] of preferences?.entries() ?? []) {
    if (key !== PDFName.of("Direction") && key !== PDFName.of("PrintScaling"))
      preferences?.delete(key);
  }
}
