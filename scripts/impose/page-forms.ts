import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFObjectCopier,
  type PDFPage,
  PDFRawStream,
  type PDFRef,
} from "@cantoo/pdf-lib";
import { pageContent } from "../pdf/stream.ts";
import type { Box } from "./plan.ts";

/** A page as a drawing. */
export interface PageForm {
  reference: PDFRef;
  /** What of the page it shows, in the page's own coordinates: what is left when the page is trimmed. */
  box: Box;
}

/**
 * Makes drawings of all pages, for any number of sheets. Fonts and pictures that pages share stay shared; tags,
 * links and bookmarks are no part of them.
 * @param source
 *   Document with the pages.
 * @param target
 *   Document to draw in.
 * @returns
 *   A form XObject a page.
 */
export function pageForms(source: PDFDocument, target: PDFDocument): PageForm[] {
  const copier = PDFObjectCopier.for(source.context, target.context);
  return source.getPages().map((page) => {
    const box = page.getTrimBox();
    const resources = page.node.Resources();
    const group = page.node.lookupMaybe(PDFName.of("Group"), PDFDict);
    const form = contentStream(page, target);
    const entries = {
      Type: PDFName.of("XObject"),
      Subtype: PDFName.of("Form"),
      BBox: target.context.obj([box.x, box.y, box.x + box.width, box.y + box.height]),
      Resources: resources ? copier.copy(resources) : target.context.obj({}),
      ...(group && { Group: copier.copy(group) }),
    };
    for (const [name, value] of Object.entries(entries)) form.dict.set(PDFName.of(name), value);
    return { reference: target.context.register(form), box };
  });
}

/** A page's content as one stream; where it is one already, in the bytes it has. */
function contentStream(page: PDFPage, { context }: PDFDocument): PDFRawStream {
  const only = onlyStream(page);
  if (!only) return context.flateStream(pageContent(page));
  const dict = context.obj({});
  for (const name of ["Filter", "DecodeParms"].map((text) => PDFName.of(text))) {
    const value = only.dict.lookup(name);
    if (value) dict.set(name, value);
  }
  return PDFRawStream.of(dict, only.contents);
}

/**
 * The one stream that a page draws.
 * @param page
 *   Page.
 * @returns
 *   `undefined` when it has several, or none.
 */
export function onlyStream(page: PDFPage): PDFRawStream | undefined {
  const contents = page.node.Contents();
  const entries = contents instanceof PDFArray ? contents.asArray() : [contents];
  const [first, ...others] = entries.map((entry) => page.doc.context.lookup(entry));
  return first instanceof PDFRawStream && others.length === 0 ? first : undefined;
}
