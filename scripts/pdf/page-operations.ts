import type { PDFPage } from "@cantoo/pdf-lib";
import { pageContent } from "./stream.ts";
import { readOperations } from "./tokens.ts";
import type { WrittenOperation } from "./written-operation.ts";

const known = new WeakMap<object, readonly WrittenOperation[]>();

/**
 * Reads what a page shows, once for all who ask.
 * @param page
 *   Of a document that nobody changes any more.
 * @returns
 *   The operations of its content.
 * @throws {Error}
 *   When a stream cannot be decoded.
 */
export function pageOperations(page: PDFPage): readonly WrittenOperation[] {
  const found = known.get(page.node) ?? readOperations(pageContent(page));
  known.set(page.node, found);
  return found;
}
