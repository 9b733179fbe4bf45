import type { Element } from "hast";
import { toString as textOf } from "hast-util-to-string";

/**
 * Tells whether a cell of a table says nothing: it has neither words nor, as a picture or a box is, an element.
 * @param cell
 *   Cell.
 */
export function isEmptyCell(cell: Element): boolean {
  return textOf(cell).trim() === "" && !cell.children.some(({ type }) => type === "element");
}
