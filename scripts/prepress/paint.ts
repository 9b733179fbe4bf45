import {
  type PDFContext,
  PDFDict,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from "@cantoo/pdf-lib";
import { identity, type Matrix, multiply, scaleOf } from "../pdf/matrix.ts";
import { decodeStream } from "../pdf/stream.ts";
import { recolour } from "./content-colours.ts";
import { deflate } from "./deflate.ts";
import { numbers } from "./function.ts";
import type { Inks } from "./inks.ts";
import { convertShading } from "./shading.ts";
import { softMask } from "./soft-mask.ts";
import { kindOfSpace } from "./spaces.ts";

/** A file whose colours are being changed. */
export interface Conversion {
  context: PDFContext;
  inks: Inks;
  /** Objects that are done: forms, patterns, resources may stand in many places. */
  done: Set<PDFObject>;
  /** Pictures to do at the end, with the largest size each is placed at, in points. */
  pictures: Map<PDFRef, number>;
  /** Forms that are soft masks: they hold lightness, not ink. */
  masks: PDFRef[];
}

const name = (text: string) => PDFName.of(text);

/**
 * Changes the colours of a content stream and of what it uses, but for pictures and masks, which it lists.
 * @param conversion
 *   What is done and what is to do.
 * @param content
 *   Decoded stream.
 * @param resources
 *   What it uses; changed in place.
 * @param matrix
 *   From its units to points.
 * @returns
 *   The stream in other colours.
 */
export function paint(
  conversion: Conversion,
  content: Uint8Array,
  resources: PDFDict,
  matrix: Matrix,
): Uint8Array {
  const spaces = resources.lookupMaybe(name("ColorSpace"), PDFDict);
  const kindOf = (space: string) => kindOfSpace(spaces?.lookup(name(space)) ?? name(space));
  const { content: recoloured, placed } = recolour(content, conversion.inks, kindOf, matrix);
  const matrices = new Map(placed.map((placing) => [placing.name, placing.matrix]));
  for (const [key, reference] of entries(resources, "XObject")) {
    if (!(reference instanceof PDFRef)) continue;
    convertXObject(conversion, reference, resources, matrices.get(key.decodeText()) ?? matrix);
  }
  if (conversion.done.has(resources)) return recoloured;
  conversion.done.add(resources);
  for (const [, pattern] of entries(resources, "Pattern")) {
    convertPattern(conversion, pattern, resources);
  }
  for (const [, shading] of entries(resources, "Shading")) convertOnce(conversion, shading);
  for (const [, state] of entries(resources, "ExtGState")) convertMask(conversion, state);
  return recoloured;
}

function convertXObject(
  conversion: Conversion,
  reference: PDFRef,
  resources: PDFDict,
  matrix: Matrix,
): void {
  const { context, pictures } = conversion;
  const stream = context.lookup(reference);
  if (!(stream instanceof PDFStream)) return;
  if (stream.dict.get(name("Subtype")) !== name("Image")) {
    convertForm(conversion, reference, resources, matrix);
    return;
  }
  // An image lies on the unit square.
  pictures.set(reference, Math.max(pictures.get(reference) ?? 0, scaleOf(matrix)));
}

/**
 * Changes the colours of a form or tiling pattern, once.
 * @param conversion
 *   What is done and what is to do.
 * @param reference
 *   The form; replaced.
 * @param outer
 *   Resources of what it stands in, for a form without its own.
 * @param matrix
 *   From where it stands to points.
 */
export function convertForm(
  conversion: Conversion,
  reference: PDFRef,
  outer: PDFDict | undefined,
  matrix: Matrix,
): void {
  const { context, done, inks } = conversion;
  const form = context.lookup(reference);
  if (!(form instanceof PDFStream) || done.has(form)) return;
  // A form without resources uses those of its page, where it stands itself.
  done.add(form);
  const { dict } = form;
  const resources =
    dict.lookupMaybe(name("Resources"), PDFDict) ?? outer ?? PDFDict.withContext(context);
  const content = decodeStream(form);
  const own = multiply(matrixOf(dict), matrix);
  const changed = deflate(context, paint(conversion, content, resources, own), dict);
  context.assign(reference, changed);
  done.add(changed);
  const group = dict.lookupMaybe(name("Group"), PDFDict);
  if (group?.has(name("CS"))) group.set(name("CS"), name(inks.space));
}

function convertPattern(conversion: Conversion, entry: PDFObject, resources: PDFDict): void {
  const { context, done } = conversion;
  const pattern = context.lookup(entry);
  if (pattern instanceof PDFStream && entry instanceof PDFRef) {
    convertForm(conversion, entry, resources, identity);
    return;
  }
  if (!(pattern instanceof PDFDict) || done.has(pattern)) return;
  done.add(pattern);
  const shading = pattern.get(name("Shading"));
  if (shading) convertOnce(conversion, shading);
  const state = pattern.get(name("ExtGState"));
  if (state) convertMask(conversion, state);
}

function convertOnce({ context, done, inks }: Conversion, entry: PDFObject): void {
  const shading = context.lookup(entry);
  if (shading === undefined || done.has(shading)) return;
  done.add(shading);
  const dict = shading instanceof PDFRawStream ? shading.dict : shading;
  if (dict instanceof PDFDict) convertShading(context, dict, inks);
}

function convertMask({ context, masks }: Conversion, state: PDFObject): void {
  const mask = softMask(context, state);
  if (mask !== undefined) masks.push(mask);
}

function entries(resources: PDFDict, kind: string): [PDFName, PDFObject][] {
  return resources.lookupMaybe(name(kind), PDFDict)?.entries() ?? [];
}

function matrixOf(form: PDFDict): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers(form, "Matrix") ?? [];
  return [a, b, c, d, e, f];
}
