import { type PDFDocument, PDFHexString, PDFName } from "@cantoo/pdf-lib";
import type { Numerals } from "../languages/language.ts";
import { plainNumber } from "../languages/number.ts";
import type { FinishOptions } from "./options.ts";

/**
 * Labels pages as their folios count them: from one, title page and blank pages included, in the digits of
 * the language. PDF counts in our digits only, so other digits are written out page by page.
 * @param document
 *   PDF, changed in place.
 * @param options
 *   Digits.
 */
export function setLabels(document: PDFDocument, { numerals }: FinishOptions): void {
  const { context, catalog } = document;
  const ranges =
    numerals === "latn"
      ? [0, { S: "D" }]
      : document
          .getPages()
          .flatMap((_, index) => [
            index,
            context.obj({ P: PDFHexString.fromText(folio(index, numerals)) }),
          ]);
  catalog.set(PDFName.of("PageLabels"), context.obj({ Nums: ranges }));
}

/**
 * The folio of a page.
 * @param index
 *   Its place in the file, from 0.
 * @param numerals
 *   Digits it is written in.
 * @returns
 *   `12`, `۱۲`.
 */
export function folio(index: number, numerals: Numerals): string {
  return plainNumber(numerals, index + 1);
}
