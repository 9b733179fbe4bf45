import {
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import type { LinkPart } from "../links.ts";
import { arrayOf } from "./array-of.ts";
import { ElementWriter } from "./element-writer.ts";
import { roleMap } from "./roles.ts";
import type { Structure } from "./structure-element.ts";

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
  const { catalog, context } = document;
  const root = context.nextRef();
  const writer = new ElementWriter(document, annotations);
  const element = writer.write(top, root);
  const numbers = [...leadFromPages(document, writer), ...leadFromLinks(document, writer)];
  context.assign(
    root,
    context.obj({
      Type: "StructTreeRoot",
      K: [element],
      ParentTree: context.register(context.obj({ Nums: numbers.flat() as never })),
      ParentTreeNextKey: numbers.length,
      RoleMap: roleMap as never,
      ...(writer.ids.length > 0 && { IDTree: context.register(idTree(context, writer)) }),
    }),
  );
  catalog.set(PDFName.of("StructTreeRoot"), root);
  catalog.set(PDFName.of("MarkInfo"), context.obj({ Marked: true }));
  return writer.references;
}

type Entry = [key: PDFNumber, value: PDFObject];

/** Gives pages their keys in the parent tree: each leads to the elements of what is marked on the page. */
function leadFromPages(document: PDFDocument, { owners }: ElementWriter): Entry[] {
  return document.getPages().map(({ node }, index) => {
    node.set(PDFName.of("StructParents"), PDFNumber.of(index));
    node.set(PDFName.of("Tabs"), PDFName.of("S"));
    return [PDFNumber.of(index), arrayOf(document.context, owners[index] as PDFRef[])];
  });
}

/** Gives links the keys behind those of pages. */
function leadFromLinks(document: PDFDocument, { links }: ElementWriter): Entry[] {
  return links.map(([annotation, owner], index) => {
    const key = PDFNumber.of(document.getPageCount() + index);
    document.context.lookup(annotation, PDFDict).set(PDFName.of("StructParent"), key);
    return [key, owner];
  });
}

function idTree(context: PDFContext, { ids }: ElementWriter): PDFObject {
  const sorted = ids.toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  const list = sorted.flatMap(([id, reference]) => [PDFString.of(id), reference]);
  return context.obj({ Names: list as never });
}
