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
  const [first, ...others] = streamsOf(page);
  if (!(first instanceof PDFRawStream) || others.length > 0)
    return context.flateStream(pageContent(page));
  const dict = context.obj({});
  for (const name of ["Filter", "DecodeParms"].map((text) => PDFName.of(text))) {
    const value = first.dict.lookup(name);
    if (value) dict.set(name, value);
  }
  return PDFRawStream.of(dict, first.contents);
}

/**
 * What a page draws.
 * @param page
 *   Page.
 * @returns
 *   Its content streams, decoded, a line break between them.
 */
export function pageContent(page: PDFPage): Uint8Array {
  const parts = streamsOf(page).flatMap((stream) => [lineBreak, decoded(stream)]);
  return Buffer.concat(parts.slice(1));
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

function streamsOf(page: PDFPage): PDFStream[] {
  const { context } = page.doc;
  const contents = page.node.Contents();
  const entries = contents instanceof PDFArray ? contents.asArray() : contents ? [contents] : [];
  return entries
    .map((entry) => (entry instanceof PDFRef ? context.lookup(entry) : entry))
    .filter((stream) => stream instanceof PDFStream);
}
