import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject } from "@cantoo/pdf-lib";
import { key } from "../pdf/font.ts";
import { identity, type Matrix, type Rectangle } from "../pdf/matrix.ts";

/**
 * Looks up what a name of a content stream stands for.
 * @param resources
 *   Of the page or form.
 * @param kind
 *   Such as `XObject`.
 * @param name
 *   As the stream names it.
 */
export function resourceOf(
  resources: PDFDict | undefined,
  kind: string,
  name: string,
): PDFObject | undefined {
  const named = resources?.lookup(PDFName.of(kind));
  return named instanceof PDFDict ? named.lookup(key(name)) : undefined;
}

/**
 * The matrix of a form or pattern.
 * @param dictionary
 *   Its dictionary.
 */
export function matrixOf(dictionary: PDFDict): Matrix {
  const numbers = numbersOf(dictionary.lookup(PDFName.of("Matrix")));
  return numbers?.length === 6 ? (numbers as unknown as Matrix) : identity;
}

/**
 * Reads a rectangle, whichever corners it names.
 * @param value
 *   Four numbers.
 * @returns
 *   `undefined` of anything else.
 */
export function rectangleOf(value: PDFObject | undefined): Rectangle | undefined {
  const numbers = numbersOf(value);
  if (numbers?.length !== 4) return undefined;
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbers;
  return {
    left: Math.min(x1, x2),
    bottom: Math.min(y1, y2),
    right: Math.max(x1, x2),
    top: Math.max(y1, y2),
  };
}

function numbersOf(value: PDFObject | undefined): number[] | undefined {
  if (!(value instanceof PDFArray)) return undefined;
  const numbers = value.asArray().map((_, at) => value.lookup(at));
  return numbers.every((one) => one instanceof PDFNumber)
    ? numbers.map((one) => one.asNumber())
    : undefined;
}
