import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import type { LinkPart } from "./links.ts";
import { roleMap } from "./roles.ts";
import type { Annotated, Content, Structure } from "./structure-element.ts";

const names = Object.fromEntries(
  [
    "A",
    "ActualText",
    "Alt",
    "E",
    "ID",
    "K",
    "Lang",
    "MCID",
    "Obj",
    "P",
    "Pg",
    "S",
    "StructParent",
    "Type",
  ].map((name) => [name, PDFName.of(name)]),
) as Record<string, PDFName>;
const elementType = PDFName.of("StructElem");

/**
 * Writes the tree of structure elements into a document, with all that leads from pages and links to it
 * (ISO 32000-1, 14.7.2 to 14.7.4). Nothing of an older tree is kept.
 * @param document
 *   PDF, changed in place.
 * @param top
 *   `Document`.
 * @param annotations
 *   References of links, by part.
 * @returns
 *   The object of each element.
 */
export function writeStructure(
  document: PDFDocument,
  top: Structure,
  annotations: ReadonlyMap<number, readonly LinkPart[]>,
): Map<Structure, PDFRef> {
  const { context } = document;
  const pages = document.getPages();
  const root = context.nextRef();
  const references = new Map<Structure, PDFRef>();
  const owners: PDFRef[][] = pages.map(() => []);
  const links: Array<[annotation: PDFRef, element: PDFRef]> = [];
  const ids: Array<[string, PDFRef]> = [];

  function writeElement(element: Structure, parent: PDFRef): PDFRef {
    const reference = context.nextRef();
    references.set(element, reference);
    const dictionary = PDFDict.withContext(context);
    const set = (key: string, value: PDFObject) => dictionary.set(names[key] as PDFName, value);
    set("Type", elementType);
    set("S", PDFName.of(element.type));
    set("P", parent);
    const page = firstPage(element);
    if (page !== undefined) set("Pg", pages[page]?.ref as PDFRef);
    if (element.language) set("Lang", PDFString.of(element.language));
    if (element.alternative !== undefined) set("Alt", PDFHexString.fromText(element.alternative));
    if (element.actual) set("ActualText", PDFHexString.fromText(element.actual));
    if (element.expansion) set("E", PDFHexString.fromText(element.expansion));
    if (element.id) {
      set("ID", PDFString.of(element.id));
      ids.push([element.id, reference]);
    }
    if (element.attributes) set("A", attributesOf(element.attributes));
    const kids = element.kids.flatMap((kid) => writeKid(kid, reference, page));
    if (kids.length > 0) set("K", kids.length === 1 ? (kids[0] as PDFObject) : arrayOf(kids));
    context.assign(reference, dictionary);
    return reference;
  }

  function writeKid(
    kid: Structure | Content | Annotated,
    parent: PDFRef,
    own: number | undefined,
  ): PDFObject | PDFObject[] {
    if ("type" in kid) return writeElement(kid, parent);
    if ("part" in kid) {
      return (annotations.get(kid.part) ?? []).map(({ page, reference }) => {
        links.push([reference, parent]);
        return context.obj({ Type: "OBJR", Obj: reference, Pg: pages[page]?.ref as PDFRef });
      });
    }
    (owners[kid.page] as PDFRef[])[kid.identifier] = parent;
    if (kid.page === own) return PDFNumber.of(kid.identifier);
    return context.obj({ Type: "MCR", Pg: pages[kid.page]?.ref as PDFRef, MCID: kid.identifier });
  }

  function arrayOf(objects: readonly PDFObject[]): PDFArray {
    const array = PDFArray.withContext(context);
    for (const object of objects) array.push(object);
    return array;
  }

  function attributesOf(attributes: NonNullable<Structure["attributes"]>): PDFObject {
    const owned = Object.entries(attributes).map(([owner, values]) =>
      context.obj({ O: owner, ...values } as never),
    );
    return owned.length === 1 ? (owned[0] as PDFObject) : arrayOf(owned as PDFObject[]);
  }

  const element = writeElement(top, root);
  const numbers: PDFObject[] = [];
  pages.forEach((page, index) => {
    page.node.set(PDFName.of("StructParents"), PDFNumber.of(index));
    page.node.set(PDFName.of("Tabs"), PDFName.of("S"));
    numbers.push(PDFNumber.of(index), arrayOf(owners[index] as PDFRef[]));
  });
  let next = pages.length;
  for (const [annotation, owner] of links) {
    context.lookup(annotation, PDFDict).set(names.StructParent as PDFName, PDFNumber.of(next));
    numbers.push(PDFNumber.of(next++), owner);
  }
  context.assign(
    root,
    context.obj({
      Type: "StructTreeRoot",
      K: [element],
      ParentTree: context.register(context.obj({ Nums: numbers as never })),
      ParentTreeNextKey: next,
      RoleMap: roleMap as never,
      ...(ids.length > 0 && { IDTree: context.register(idTree(ids)) }),
    }),
  );
  document.catalog.set(PDFName.of("StructTreeRoot"), root);
  document.catalog.set(PDFName.of("MarkInfo"), context.obj({ Marked: true }));
  return references;

  function idTree(entries: Array<[string, PDFRef]>): PDFObject {
    const sorted = entries.toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
    const list = sorted.flatMap(([id, reference]) => [PDFString.of(id), reference]);
    return context.obj({ Names: list as never });
  }
}

/** The page on which an element's own content begins. */
function firstPage(element: Structure): number | undefined {
  for (const kid of element.kids) if ("page" in kid) return kid.page;
  return undefined;
}
