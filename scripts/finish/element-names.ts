import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFString } from "@cantoo/pdf-lib";

/**
 * Numbers the named structure elements from one. Chromium names table cells after a count that runs on
 * while its tab lives, so the same page printed later would give another file.
 * @param document
 *   PDF, changed in place.
 */
export function setElementNames(document: PDFDocument): void {
  const root = document.catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict);
  const tree = root?.lookupMaybe(PDFName.of("IDTree"), PDFDict);
  if (tree === undefined) return;
  const names = new Map<string, PDFString>();
  for (const name of namesIn(tree).sort()) {
    // A name tree is sorted by name: padded numbers in the old order keep it so.
    names.set(name, PDFString.of(`element${String(names.size + 1).padStart(8, "0")}`));
  }
  renameTree(tree, names);
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(typeKey) !== elementType) continue;
    rename(object, "ID", names);
    const attributes = object.lookup(PDFName.of("A"));
    const owners = attributes instanceof PDFArray ? valuesOf(attributes) : [attributes];
    for (const owner of owners) if (owner instanceof PDFDict) rename(owner, "Headers", names);
  }
}

const typeKey = PDFName.of("Type");
const elementType = PDFName.of("StructElem");

function namesIn(node: PDFDict): string[] {
  const own = valuesOf(node.lookup(PDFName.of("Names"))).filter(
    (value) => value instanceof PDFString,
  );
  return [...own.map((value) => value.asString()), ...kidsOf(node).flatMap(namesIn)];
}

function renameTree(node: PDFDict, names: ReadonlyMap<string, PDFString>): void {
  rename(node, "Names", names);
  rename(node, "Limits", names);
  for (const kid of kidsOf(node)) renameTree(kid, names);
}

function rename(holder: PDFDict, key: string, names: ReadonlyMap<string, PDFString>): void {
  const value = holder.lookup(PDFName.of(key));
  const fresh = newName(value, names);
  if (fresh !== undefined) holder.set(PDFName.of(key), fresh);
  if (!(value instanceof PDFArray)) return;
  for (let index = 0; index < value.size(); index++) {
    const name = newName(value.get(index), names);
    if (name !== undefined) value.set(index, name);
  }
}

function newName(value: unknown, names: ReadonlyMap<string, PDFString>): PDFString | undefined {
  return value instanceof PDFString ? names.get(value.asString()) : undefined;
}

function kidsOf(node: PDFDict): PDFDict[] {
  return valuesOf(node.lookup(PDFName.of("Kids"))).filter((kid) => kid instanceof PDFDict);
}

function valuesOf(array: unknown): unknown[] {
  if (!(array instanceof PDFArray)) return [];
  return array.asArray().map((_, index) => array.lookup(index));
}
