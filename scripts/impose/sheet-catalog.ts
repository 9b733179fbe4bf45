import {
  Duplex,
  type PDFDocument,
  PDFName,
  PDFObjectCopier,
  PrintScaling,
  ReadingDirection,
} from "@cantoo/pdf-lib";
import type { Plan } from "./plan.ts";

/**
 * Says in a file of sheets whose pages they hold, and to printers: both sides, in their own size.
 * @param source
 *   PDF with the pages.
 * @param target
 *   PDF with the sheets, changed in place.
 * @param plan
 *   Sheets.
 * @param direction
 *   Which way the text runs.
 */
export function describeSheets(
  source: PDFDocument,
  target: PDFDocument,
  plan: Plan,
  direction: "ltr" | "rtl",
): void {
  const { Info } = source.context.trailerInfo;
  const information = Info && source.context.lookup(Info);
  if (information) {
    const copy = PDFObjectCopier.for(source.context, target.context).copy(information);
    target.context.trailerInfo.Info = target.context.register(copy);
  }
  const language = source.catalog.get(PDFName.of("Lang"));
  if (language) target.catalog.set(PDFName.of("Lang"), language);
  const preferences = target.catalog.getOrCreateViewerPreferences();
  preferences.setDisplayDocTitle(true);
  preferences.setPrintScaling(PrintScaling.None);
  preferences.setPickTrayByPDFSize(true);
  preferences.setDuplex(duplexOf(plan));
  if (direction === "rtl") preferences.setReadingDirection(ReadingDirection.R2L);
}

// Backs are drawn for a sheet that is turned about an upright edge.
function duplexOf({ duplex, sheet }: Plan): Duplex {
  if (!duplex) return Duplex.Simplex;
  return sheet.width > sheet.height ? Duplex.DuplexFlipShortEdge : Duplex.DuplexFlipLongEdge;
}
