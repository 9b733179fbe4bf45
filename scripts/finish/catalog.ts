import { PDFDict, type PDFDocument, PDFHeader, PDFName } from "@cantoo/pdf-lib";
import type { FinishOptions } from "./options.ts";

/**
 * Says which version of PDF the file keeps to, which language it is in, that it is tagged, and that its links
 * are reached in the order of the tags.
 * @param document
 *   PDF, changed in place.
 * @param options
 *   Language.
 */
export function setCatalog(document: PDFDocument, { language }: FinishOptions): void {
  const { context, catalog } = document;
  context.header = PDFHeader.forVersion(1, 7);
  catalog.delete(PDFName.of("Version"));
  document.setLanguage(language);
  const tagged = catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict) !== undefined;
  if (tagged) catalog.set(PDFName.of("MarkInfo"), context.obj({ Type: "MarkInfo", Marked: true }));
  else catalog.delete(PDFName.of("MarkInfo"));
  for (const { node } of document.getPages()) node.set(PDFName.of("Tabs"), PDFName.of("S"));
}
