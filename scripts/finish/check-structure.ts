import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from "@cantoo/pdf-lib";
import { readPage } from "../pdf/read-page.ts";
import type { Fault } from "../types.ts";
import { elementProblems } from "./element-problems.ts";
import { markProblems } from "./mark-problems.ts";
import { isElement, readTree, type TreeElement } from "./tags/read-tree.ts";

const note = "Nothing was written. Please report it, with the text if you can.";

/**
 * Checks that all that a file shows is either text with a place in its structure or decoration, that pages, links
 * and structure say the same of each other, and that elements have what who hears them needs.
 * @param document
 *   Finished PDF.
 * @returns
 *   Faults `pdf-structure`.
 */
export function checkStructure(document: PDFDocument): Fault[] {
  const elements = flat(readTree(document));
  const reasons =
    elements.length > 0
      ? [...pagesProblems(document, elements), ...elementProblems(elements)]
      : ["it has no tags"];
  return reasons.map((reason) => ({ rule: "pdf-structure", reason, note }));
}

function pagesProblems(document: PDFDocument, elements: readonly TreeElement[]): string[] {
  const parents = parentTree(document);
  const owned = ownersOf(elements);
  let painted = 0;
  const problems = document.getPages().flatMap((page, index) => {
    const { problems, identifiers } = markProblems(readPage(page).operations);
    painted += identifiers.length;
    const listed = parents.get(numberOf(page.node, "StructParents"));
    const strays = identifiers.filter((identifier) => {
      const owners = owned.contents.get(`${page.ref.tag} ${identifier}`);
      return !isOnly(owners, listed instanceof PDFArray ? listed.get(identifier) : undefined);
    });
    const links = annotationsOf(page.node).filter(([reference, dictionary]) => {
      const owners = owned.annotations.get(reference);
      return !isOnly(owners, parents.get(numberOf(dictionary, "StructParent")));
    });
    return [
      ...problems,
      ...(strays.length > 0 ? ["has text without a place in its tags"] : []),
      ...(links.length > 0 ? ["has a link without a place in its tags"] : []),
    ].map((problem) => `page ${index + 1} ${problem}`);
  });
  const more = owned.contents.size > painted;
  return more ? [...problems, "its tags hold text that is on no page"] : problems;
}

function isOnly(owners: ReadonlyArray<PDFRef | undefined> = [], parent?: PDFObject): boolean {
  return owners.length === 1 && parent !== undefined && owners[0] === parent;
}

/** Elements in reading order. */
function flat(elements: readonly TreeElement[]): TreeElement[] {
  return elements.flatMap((element) => [element, ...flat(element.kids.filter(isElement))]);
}

/** Who says that marked content, by page and identifier, and annotations are its own. */
function ownersOf(elements: readonly TreeElement[]) {
  const contents = new Map<string, Array<PDFRef | undefined>>();
  const annotations = new Map<PDFRef, Array<PDFRef | undefined>>();
  for (const { reference, ...element } of elements) {
    for (const kid of element.kids)
      if (!isElement(kid)) add(contents, `${kid.page?.tag} ${kid.identifier}`, reference);
    for (const annotation of element.annotations) add(annotations, annotation, reference);
  }
  return { contents, annotations };
}

function add<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Values of the tree by which pages and annotations find their elements; we write it in one piece. */
function parentTree({ catalog, context }: PDFDocument): Map<number | undefined, PDFObject> {
  const root = catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict);
  const tree = root?.lookupMaybe(PDFName.of("ParentTree"), PDFDict);
  const numbers = tree?.lookupMaybe(PDFName.of("Nums"), PDFArray)?.asArray() ?? [];
  const values = new Map<number | undefined, PDFObject>();
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    const [key, value] = [numbers[at], numbers[at + 1]];
    const list = context.lookup(value);
    if (key instanceof PDFNumber && value)
      values.set(key.asNumber(), list instanceof PDFArray ? list : value);
  }
  return values;
}

function numberOf(holder: PDFDict, key: string): number | undefined {
  return holder.lookupMaybe(PDFName.of(key), PDFNumber)?.asNumber();
}

function annotationsOf(page: PDFDict): Array<[PDFRef, PDFDict]> {
  const list = page.lookupMaybe(PDFName.of("Annots"), PDFArray);
  return (list?.asArray() ?? []).flatMap((entry) => {
    const dictionary = page.context.lookup(entry);
    return entry instanceof PDFRef && dictionary instanceof PDFDict ? [[entry, dictionary]] : [];
  });
}
