import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject } from "@cantoo/pdf-lib";

/** A function of one number; what comes out are the parts of a colour. */
export type Curve = (x: number) => number[];

/**
 * Reads a function of a gradient (ISO 32000-1, 7.10): interpolations and what is stitched of them.
 * @param object
 *   A function, or an array with one for each part of the colour.
 * @returns
 *   The function; `undefined` where it is of another kind.
 */
export function readCurve(object: PDFObject | undefined): Curve | undefined {
  if (object instanceof PDFArray) {
    const parts = object.asArray().map((_, index) => readCurve(object.lookup(index)));
    return parts.every((part) => part !== undefined)
      ? (x) => parts.flatMap((part) => part(x))
      : undefined;
  }
  if (!(object instanceof PDFDict)) return undefined;
  const type = object.lookupMaybe(PDFName.of("FunctionType"), PDFNumber)?.asNumber();
  if (type === 2) return interpolation(object);
  return type === 3 ? stitching(object) : undefined;
}

function interpolation(dict: PDFDict): Curve {
  const from = numbers(dict, "C0") ?? [0];
  const to = numbers(dict, "C1") ?? [1];
  const exponent = dict.lookupMaybe(PDFName.of("N"), PDFNumber)?.asNumber() ?? 1;
  const [low = 0, high = 1] = numbers(dict, "Domain") ?? [];
  return (x) => {
    const power = clamp(x, low, high) ** exponent;
    return from.map((start, index) => start + power * ((to[index] ?? start) - start));
  };
}

function stitching(dict: PDFDict): Curve | undefined {
  const array = dict.lookupMaybe(PDFName.of("Functions"), PDFArray);
  const curves = array?.asArray().map((_, index) => readCurve(array.lookup(index))) ?? [];
  if (curves.length === 0 || curves.includes(undefined)) return undefined;
  const [low = 0, high = 1] = numbers(dict, "Domain") ?? [];
  const edges = [low, ...(numbers(dict, "Bounds") ?? []), high];
  const encode = numbers(dict, "Encode") ?? [];
  return (x) => {
    const at = clamp(x, low, high);
    const past = edges.findIndex((edge, index) => index > 0 && at < edge);
    const part = past < 0 ? curves.length - 1 : past - 1;
    const [start = low, end = high] = [edges[part], edges[part + 1]];
    const [first = 0, last = 1] = [encode[2 * part], encode[2 * part + 1]];
    const share = end === start ? 0 : (at - start) / (end - start);
    return curves[part]?.(first + share * (last - first)) ?? [];
  };
}

/**
 * The numbers of an array.
 * @param dict
 *   Where it stands.
 * @param key
 *   Its key.
 * @returns
 *   `undefined` where there is none.
 */
export function numbers(dict: PDFDict, key: string): number[] | undefined {
  const array = dict.lookupMaybe(PDFName.of(key), PDFArray);
  return array?.asArray().map((_, index) => array.lookup(index, PDFNumber).asNumber());
}

function clamp(x: number, low: number, high: number): number {
  return Math.min(Math.max(x, low), high);
}
