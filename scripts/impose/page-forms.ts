import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFObjectCopier,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from "@cantoo/pdf-lib";
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
    const form = target.context.flateStream(pageContent(page), {
      Type: "XObject",
      Subtype: "Form",
      BBox: [box.x, box.y, box.x + box.width, box.y + box.height],
      Resources: resources ? copier.copy(resources) : {},
      ...(group && { Group: copier.copy(group) }),
    });
    return { reference: target.context.register(form), box };
  });
}

/**
 * What a page draws.
 * @param page
 *   Page.
 * @returns
 *   Its content streams, decoded, a line break after each.
 */
export function pageContent(page: PDFPage): Uint8Array {
  const { context } = page.doc;
  const contents = page.node.Contents();
  const entries = contents instanceof PDFArray ? contents.asArray() : contents ? [contents] : [];
  const parts = entries.flatMap((entry) => {
    const stream = entry instanceof PDFRef ? context.lookup(entry) : entry;
    return stream instanceof PDFStream ? [decoded(stream), lineBreak] : [];
  });
  return Buffer.concat(parts);
}

/**
 * The bytes a stream stands for.
 * @param stream
 *   Stream as it was read or made.
 */
export function decoded(stream: PDFStream): Uint8Array {
  return stream instanceof PDFRawStream
    ? decodePDFRawStream(stream).decode()
    : stream.getContents();
}

const lineBreak = Uint8Array.of(0x0a);
