import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import type { Fault } from "../types.ts";

/**
 * Checks that no link leads to a file of this machine or to the press.
 * @param document
 *   Finished PDF.
 * @returns
 *   Faults `pdf-address`, one a link.
 */
export function checkAddresses(document: PDFDocument): Fault[] {
  const faults: Fault[] = [];
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    const action = object.lookup(PDFName.of("A"));
    const uri = action instanceof PDFDict ? action.lookup(PDFName.of("URI")) : undefined;
    if (!(uri instanceof PDFString) && !(uri instanceof PDFHexString)) continue;
    const address = uri.decodeText();
    if (!/^(?:file|about|data|blob):/i.test(address)) continue;
    faults.push({ rule: "pdf-address", reason: `a link leads to “${address.slice(0, 80)}”` });
  }
  return faults;
}
