import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  type PDFObject,
  PDFRef,
  PDFStream,
} from "@cantoo/pdf-lib";

/**
 * Leaves out what nothing leads to any more.
 * @param document
 *   PDF, changed in place.
 */
export function dropUnreachable({ context }: PDFDocument): void {
  const { Root, Info, ID } = context.trailerInfo;
  const reached = new Set<string>();
  const open: (PDFObject | undefined)[] = [Root, Info, ID];
  while (open.length > 0) {
    const object = open.pop();
    if (object instanceof PDFRef) {
      if (reached.has(object.tag)) continue;
      reached.add(object.tag);
      open.push(context.lookup(object));
    } else if (object instanceof PDFArray) open.push(...object.asArray());
    else if (object instanceof PDFDict) open.push(...object.values());
    else if (object instanceof PDFStream) open.push(...object.dict.values());
  }
  for (const [reference] of context.enumerateIndirectObjects()) {
    if (!reached.has(reference.tag)) context.delete(reference);
  }
}
