import { PDFDict, type PDFDocument, PDFName, type PDFRef } from "@cantoo/pdf-lib";
import { identity } from "../pdf/matrix.ts";
import { pageContent } from "../pdf/stream.ts";
import { deflate } from "./deflate.ts";
import type { Inks } from "./inks.ts";
import { maskInks } from "./luminance.ts";
import { type Conversion, convertForm, paint } from "./paint.ts";
import { convertPicture } from "./picture.ts";

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
