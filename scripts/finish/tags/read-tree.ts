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
  kids: TreeElement[];
  /** Marked content: page and identifier on it. */
  contents: Array<{ page: PDFRef | undefined; identifier: number }>;
  /** Annotations. */
  annotations: PDFRef[];
}

const keys = Object.fromEntries(
  ["K", "MCID", "Obj", "Pg", "S", "StructTreeRoot"].map((name) => [name, PDFName.of(name)]),
) as Record<"K" | "MCID" | "Obj" | "Pg" | "S" | "StructTreeRoot", PDFName>;

/**
 * Reads the structure of a file.
 * @param document
 *   Any PDF.
 * @returns
 *   The elements right below its root; each once, even where a file leads in circles.
 */
export function readTree({ catalog, context }: PDFDocument): TreeElement[] {
  const root = catalog.lookup(keys.StructTreeRoot);
  const seen = new Set<PDFDict>();
  if (!(root instanceof PDFDict)) return [];
  return kidsOf(root).flatMap(({ object, reference }) =>
    object instanceof PDFDict && !seen.has(object) ? [read(object, reference, undefined)] : [],
  );

  function read(
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
      ...{ kids: [], contents: [], annotations: [] },
    };
    for (const kid of kidsOf(dictionary)) add(element, kid, page);
    return element;
  }

  function add(element: TreeElement, { object, reference }: Kid, page: PDFRef | undefined): void {
    if (object instanceof PDFNumber) element.contents.push({ page, identifier: object.asNumber() });
    if (!(object instanceof PDFDict)) return;
    const identifier = object.lookup(keys.MCID);
    const annotation = object.get(keys.Obj);
    if (identifier instanceof PDFNumber) {
      const own = object.get(keys.Pg);
      element.contents.push({
        page: own instanceof PDFRef ? own : page,
        identifier: identifier.asNumber(),
      });
    } else if (annotation instanceof PDFRef) element.annotations.push(annotation);
    else if (object.has(keys.S) && !seen.has(object))
      element.kids.push(read(object, reference, page));
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
