import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from "@cantoo/pdf-lib";
import { identity, type Matrix, multiply, scaleOf } from "../pdf/matrix.ts";
import { decodeStream, pageContent } from "../pdf/stream.ts";
import { recolour } from "./content-colours.ts";
import { deflate } from "./deflate.ts";
import type { Inks } from "./inks.ts";
import { maskInks } from "./luminance.ts";
import { convertPicture } from "./picture.ts";
import { convertShading } from "./shading.ts";
import { kindOfSpace } from "./spaces.ts";

/** A file whose colours are being changed. */
interface Conversion {
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
 * Puts all colours of a file into other inks: of text, rules and areas, gradients, patterns, forms and
 * pictures. What cannot be put so stays, and the check of the finished copy says so.
 * @param document
 *   PDF, changed in place.
 * @param inks
 *   What colours become.
 */
export function convertColours(document: PDFDocument, { inks }: { inks: Inks }): void {
  const { context } = document;
  const conversion: Conversion = {
    context,
    inks,
    done: new Set(),
    pictures: new Map(),
    masks: [],
  };
  for (const page of document.getPages()) {
    const resources = page.node.Resources() ?? PDFDict.withContext(context);
    const content = paint(conversion, pageContent(page), resources, identity);
    page.node.set(name("Contents"), context.register(deflate(context, content)));
    const group = page.node.lookupMaybe(name("Group"), PDFDict);
    if (group) group.set(name("CS"), name(inks.space));
  }
  // What stands on a page and in a mask is ink.
  const inMasks = { ...conversion, inks: maskInks, pictures: new Map<PDFRef, number>() };
  for (const mask of conversion.masks) convertForm(inMasks, mask, undefined, identity);
  for (const [reference, length] of conversion.pictures) {
    convertPicture(context, reference, inks, length);
    inMasks.pictures.delete(reference);
  }
  for (const [reference, length] of inMasks.pictures) {
    convertPicture(context, reference, maskInks, length);
  }
}

/** Changes a content stream and what it uses. */
function paint(
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
  for (const [, state] of entries(resources, "ExtGState")) convertState(conversion, state);
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

function convertForm(
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
  if (state) convertState(conversion, state);
}

function convertOnce({ context, done, inks }: Conversion, entry: PDFObject): void {
  const shading = context.lookup(entry);
  if (shading === undefined || done.has(shading)) return;
  done.add(shading);
  const dict = shading instanceof PDFRawStream ? shading.dict : shading;
  if (dict instanceof PDFDict) convertShading(context, dict, inks);
}

function convertState({ context, masks }: Conversion, entry: PDFObject): void {
  const state = context.lookup(entry);
  const mask = state instanceof PDFDict ? state.lookup(name("SMask")) : undefined;
  if (!(mask instanceof PDFDict)) return;
  const group = mask.get(name("G"));
  if (group instanceof PDFRef) masks.push(group);
  // Its backdrop, in the colours of the group, which are greys from now on.
  const backdrop = mask.lookupMaybe(name("BC"), PDFArray);
  if (backdrop?.size() === 3) {
    const parts = [0, 1, 2].map((index) => backdrop.lookup(index, PDFNumber).asNumber());
    const [red = 0, green = 0, blue = 0] = parts;
    mask.set(name("BC"), context.obj([...maskInks.plain([red, green, blue], "area")]));
  }
}

function entries(resources: PDFDict, kind: string): [PDFName, PDFObject][] {
  return resources.lookupMaybe(name(kind), PDFDict)?.entries() ?? [];
}

function matrixOf(form: PDFDict): Matrix {
  const array = form.lookupMaybe(name("Matrix"), PDFArray);
  if (array?.size() !== 6) return identity;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = array
    .asArray()
    .map((_, index) => array.lookup(index, PDFNumber).asNumber());
  return [a, b, c, d, e, f];
}
