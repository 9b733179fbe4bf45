import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from "@cantoo/pdf-lib";

/** A structure element as a file has it. */
export interface TreeElement {
  reference: PDFRef | undefined;
  dictionary: PDFDict;
  type: string;
  /** In the order they are read in. */
  kids: Array<TreeElement | TreeContent>;
  /** Annotations. */
  annotations: PDFRef[];
}

/** Marked content: a page, and its identifier there. */
export interface TreeContent {
  page: PDFRef | undefined;
  identifier: number;
}

const keys = Object.fromEntries(
  ["K", "MCID", "Obj", "Pg", "S", "StructTreeRoot"].map((name) => [name, PDFName.of(name)]),
) as Record<"K" | "MCID" | "Obj" | "Pg" | "S" | "StructTreeRoot", PDFName>;

const known = new WeakMap<PDFDocument, TreeElement[]>();

/**
 * Reads the structure of a file, once for all who ask.
 * @param document
 *   Any PDF that nobody changes any more.
 * @returns
 *   The elements right below its root; each once, even where a file leads in circles.
 */
export function readTree(document: PDFDocument): readonly TreeElement[] {
  const tree = known.get(document) ?? read(document);
  known.set(document, tree);
  return tree;
}

/** Whether something in a tree is an element. */
export function isElement(kid: TreeElement | TreeContent): kid is TreeElement {
  return "kids" in kid;
}

function read({ catalog, context }: PDFDocument): TreeElement[] {
  const root = catalog.lookup(keys.StructTreeRoot);
  const seen = new Set<PDFDict>();
  if (!(root instanceof PDFDict)) return [];
  return kidsOf(root).flatMap(({ object, reference }) =>
    object instanceof PDFDict && !seen.has(object)
      ? [readElement(object, reference, undefined)]
      : [],
  );

  function readElement(
    dictionary: PDFDict,
    reference: PDFRef | undefined,
    inherited: PDFRef | undefined,
  ): TreeElement {
    seen.add(dictionary);
    const own = dictionary.get(keys.Pg);
    const page = own instanceof PDFRef ? own : inherited;
    const type = dictionary.lookup(keys.S);
    const element: TreeElement = {
      ...{ reference, dictionary, type: type instanceof PDFName ? type.decodeText() : "" },
      ...{ kids: [], annotations: [] },
    };
    for (const kid of kidsOf(dictionary)) add(element, kid, page);
    return element;
  }

  function add(element: TreeElement, { object, reference }: Kid, page: PDFRef | undefined): void {
    if (object instanceof PDFNumber) element.kids.push({ page, identifier: object.asNumber() });
    if (!(object instanceof PDFDict)) return;
    const identifier = object.lookup(keys.MCID);
    const annotation = object.get(keys.Obj);
    if (identifier instanceof PDFNumber) {
      const own = object.get(keys.Pg);
      const at = own instanceof PDFRef ? own : page;
      element.kids.push({ page: at, identifier: identifier.asNumber() });
    } else if (annotation instanceof PDFRef) element.annotations.push(annotation);
    else if (object.has(keys.S) && !seen.has(object))
      element.kids.push(readElement(object, reference, page));
  }

  function kidsOf(holder: PDFDict): Kid[] {
    const value = holder.get(keys.K);
    const array = context.lookup(value);
    const list = array instanceof PDFArray ? array.asArray() : value ? [value] : [];
    return list.map((kid) => ({
      object: context.lookup(kid),
      reference: kid instanceof PDFRef ? kid : undefined,
    }));
  }
}

interface Kid {
  object: PDFObject | undefined;
  reference: PDFRef | undefined;
}
