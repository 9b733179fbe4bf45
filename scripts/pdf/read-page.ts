import type { PDFPage } from "@cantoo/pdf-lib";
import { pageContent } from "./stream.ts";
import { readOperations } from "./tokens.ts";
import type { WrittenOperation } from "./written-operation.ts";

interface Read {
  content: Uint8Array;
  operations: readonly WrittenOperation[];
}

const known = new WeakMap<object, Read>();

/**
 * Reads what a page shows, once for all who ask.
 * @param page
 *   Of a document that nobody changes any more.
 * @returns
 *   Its content, and the operations in it.
 * @throws {Error}
 *   When a stream cannot be decoded.
 */
export function readPage(page: PDFPage): Read {
  let read = known.get(page.node);
  if (!read) {
    const content = pageContent(page);
    read = { content, operations: readOperations(content) };
    known.set(page.node, read);
  }
  return read;
}
