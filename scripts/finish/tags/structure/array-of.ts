import { PDFArray, type PDFContext, type PDFObject } from "@cantoo/pdf-lib";

/**
 * Makes an array of objects as they are.
 * @param context
 *   Where they belong.
 * @param objects
 *   Its entries.
 */
export function arrayOf(context: PDFContext, objects: readonly PDFObject[]): PDFArray {
  const array = PDFArray.withContext(context);
  for (const object of objects) array.push(object);
  return array;
}
