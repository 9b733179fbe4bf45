import type { Root } from "hast";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";

const processor = unified().use(rehypeStringify).freeze();

/**
 * Writes a page as HTML.
 * @param root
 *   hast of a whole page.
 * @returns
 *   HTML; the same tree gives the same characters.
 */
export function toHtml(root: Root): string {
  return processor.stringify(root);
}
