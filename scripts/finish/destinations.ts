import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import type { Told } from "./options.ts";

/**
 * Gives the headings, notes and calls of a document their names, in a name tree, which takes any:
 * `booklet.pdf#notes` opens there.
 * @param document
 *   PDF, changed in place.
 * @param options
 *   Where each name is.
 */
export function setDestinations(
  document: PDFDocument,
  { destinations }: Pick<Told, "destinations">,
): void {
  const { context, catalog } = document;
  // The browser's own.
  const old = catalog.get(PDFName.of("Dests"));
  catalog.delete(PDFName.of("Dests"));
  if (old instanceof PDFRef) context.delete(old);
  if (destinations.size === 0) return;
  const pages = document.getPages();
  const names = [...destinations].map(([name, place]) => [Buffer.from(name), place] as const);
  const pairs = names
    .sort(([one], [other]) => Buffer.compare(one, other))
    .flatMap(([name, { page, x, y }]) => [
      PDFHexString.fromBytes(name),
      context.obj([pages[page]?.ref as PDFRef, "XYZ", x, y, null] as never),
    ]);
  const tree = context.register(context.obj({ Names: pairs }));
  catalog.set(PDFName.of("Names"), context.obj({ Dests: tree }));
}

/**
 * The places that a file has names for.
 * @param document
 *   Any PDF whose name tree is one node.
 * @returns
 *   Explicit destinations by name, the bytes of a name as Latin-1.
 */
export function namedDestinations({ catalog }: PDFDocument): Map<string, PDFArray> {
  const tree = catalog
    .lookupMaybe(PDFName.of("Names"), PDFDict)
    ?.lookupMaybe(PDFName.of("Dests"), PDFDict);
  const pairs = tree?.lookupMaybe(PDFName.of("Names"), PDFArray);
  const found = new Map<string, PDFArray>();
  for (let index = 0; index + 1 < (pairs?.size() ?? 0); index += 2) {
    const place = pairs?.lookup(index + 1);
    const name = nameOf(pairs?.lookup(index));
    if (name !== undefined && place instanceof PDFArray) found.set(name, place);
  }
  return found;
}

/**
 * The name in a link.
 * @param destination
 *   What the link says.
 * @returns
 *   Its bytes as Latin-1; `undefined` where it isn't a name.
 */
export function nameOf(destination: PDFObject | undefined): string | undefined {
  const named = destination instanceof PDFString || destination instanceof PDFHexString;
  return named ? Buffer.from(destination.asBytes()).toString("latin1") : undefined;
}
