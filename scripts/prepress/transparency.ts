import {
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFStream,
} from "@cantoo/pdf-lib";
import type { Inks } from "./inks.ts";

const name = (text: string) => PDFName.of(text);
const opaque: readonly (PDFObject | undefined)[] = [name("Normal"), name("Compatible"), undefined];

/**
 * Says of each page on which colours shine through each other that they do so as inks (ISO 15930-7).
 * @param document
 *   PDF, changed in place.
 * @param options
 *   Inks.
 */
export function declareTransparency(document: PDFDocument, { inks }: { inks: Inks }): void {
  const { context } = document;
  for (const page of document.getPages()) {
    page.node.delete(name("Group"));
    if (!shinesThrough(context, page.node.Resources(), new Set())) continue;
    const group = context.obj({ Type: "Group", S: "Transparency", CS: inks.space });
    page.node.set(name("Group"), group);
  }
}

function shinesThrough(
  context: PDFContext,
  resources: PDFDict | undefined,
  seen: Set<PDFObject>,
): boolean {
  if (resources === undefined || seen.has(resources)) return false;
  seen.add(resources);
  const values = (kind: string) =>
    (resources.lookupMaybe(name(kind), PDFDict)?.values() ?? []).map((value) =>
      context.lookup(value),
    );
  if (values("ExtGState").some((state) => state instanceof PDFDict && isTransparent(state))) {
    return true;
  }
  const drawn = [...values("XObject"), ...values("Pattern")];
  return drawn.some((object) => {
    if (!(object instanceof PDFStream)) return false;
    const { dict } = object;
    if (dict.has(name("SMask"))) return true;
    if (dict.lookup(name("Group")) instanceof PDFDict) return true;
    return shinesThrough(context, dict.lookupMaybe(name("Resources"), PDFDict), seen);
  });
}

function isTransparent(state: PDFDict): boolean {
  const faint = ["ca", "CA"].some((key) => {
    const amount = state.lookup(name(key));
    return amount instanceof PDFNumber && amount.asNumber() < 1;
  });
  const mask = state.lookup(name("SMask"));
  return (
    faint ||
    !opaque.includes(state.lookup(name("BM"))) ||
    (mask !== undefined && mask !== name("None"))
  );
}
