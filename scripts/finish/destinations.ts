import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFString,
} from "@cantoo/pdf-lib";

/**
 * Moves the named places of a file from the dictionary of PDF 1.1, as Chromium writes it, to a name tree, which
 * takes any name: `booklet.pdf#notes` opens there. Links lead to the names as before.
 * @param document
 *   PDF, changed in place.
 */
export function setDestinations(document: PDFDocument): void {
  const { context, catalog } = document;
  const old = catalog.lookupMaybe(PDFName.of("Dests"), PDFDict);
  if (old === undefined) return;
  catalog.delete(PDFName.of("Dests"));
  const names = new Map(old.entries().map(([name, place]) => [name.asBytes(), place] as const));
  const sorted = [...names].sort(([one], [other]) => Buffer.compare(one, other));
  const pairs = sorted.flatMap(([name, place]) => [nameString(name), place]);
  const tree = context.register(context.obj({ Names: pairs }));
  const own = catalog.lookupMaybe(PDFName.of("Names"), PDFDict) ?? context.obj({});
  own.set(PDFName.of("Dests"), tree);
  catalog.set(PDFName.of("Names"), own);
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    renameIn(object, "Dest");
    const action = object.lookup(PDFName.of("A"));
    if (action instanceof PDFDict) renameIn(action, "D");
  }
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

function renameIn(holder: PDFDict, key: string): void {
  const destination = holder.get(PDFName.of(key));
  if (destination instanceof PDFName) {
    holder.set(PDFName.of(key), nameString(destination.asBytes()));
  }
}

function nameString(bytes: Uint8Array): PDFHexString {
  return PDFHexString.fromBytes(bytes);
}
