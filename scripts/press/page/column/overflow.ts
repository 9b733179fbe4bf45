import { rectsOf } from "../seen/rects.ts";
import { cellsInto } from "../tables/carry-spans.ts";
import type { Break } from "./column.ts";

const furniture = new Set(["THEAD", "COLGROUP", "CAPTION"]);

/**
 * Finds the first place in document order that stands beyond an edge.
 * @param content
 *   What a column holds.
 * @param edge
 *   Left of the next column, CSS px from the left of the view.
 * @returns
 *   The place; `undefined` when everything stands before the edge. Offset -1 of a table row says that
 *   each of its cells has a place of its own.
 */
export function findOverflow(content: Element, edge: number): Break | undefined {
  return search(content, edge);
}

function search(parent: Element, edge: number): Break | undefined {
  for (let index = 0; index < parent.childNodes.length; index++) {
    const child = parent.childNodes[index] as ChildNode;
    const found =
      child.nodeType === Node.TEXT_NODE
        ? searchText(child as Text, edge)
        : searchElement(child as Element, parent, index, edge);
    if (found) return found;
  }
  return undefined;
}

function searchElement(element: Element, parent: Element, index: number, edge: number) {
  if (furniture.has(element.tagName) || isOfRows(element)) return undefined;
  const rect = element.getBoundingClientRect();
  if (rect.width === 0 && rect.height === 0) return undefined;
  if (rect.left >= edge) return { node: parent, offset: index };
  if (rect.right <= edge) return undefined;
  // A row that is higher than a whole page has no one place to cut: its cells run side by side.
  if (!isRow(element)) return search(element, edge);
  return search(element, edge) || endingWith(element).some((cell) => search(cell, edge))
    ? { node: element, offset: -1 }
    : undefined;
}

function isRow(element: Element): element is HTMLTableRowElement {
  return element.tagName === "TR";
}

/** Whether an element is a cell of several rows: it is cut where one of these is. */
function isOfRows(element: Element): boolean {
  return /^T[DH]$/.test(element.tagName) && (element as HTMLTableCellElement).rowSpan !== 1;
}

/** The cells of several rows that end with a row. */
function endingWith(row: HTMLTableRowElement): Element[] {
  const part = row.parentElement as HTMLTableSectionElement;
  const index = row.sectionRowIndex;
  const further = index + 1 < part.rows.length ? cellsInto(part, index + 1) : [];
  const going = new Set(further.map(({ cell }) => cell));
  return cellsInto(part, index)
    .map(({ cell }) => cell)
    .filter((cell) => !going.has(cell));
}

/** Smallest offset whose character stands beyond the edge; text runs forward, so halving finds it. */
function searchText(text: Text, edge: number): Break | undefined {
  if (!reaches(text, text.length, edge)) return undefined;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reaches(text, middle + 1, edge)) high = middle;
    else low = middle + 1;
  }
  // Never between the two halves of a surrogate pair.
  if (low > 0 && /[\uDC00-\uDFFF]/.test(text.data[low] ?? "")) low--;
  return { node: text, offset: low };
}

function reaches(text: Text, end: number, edge: number): boolean {
  for (const rect of rectsOf(text, 0, end)) if (rect.left >= edge) return true;
  return false;
}

/**
 * Moves a break up while nothing stands before it in its parent, so that no empty shell is left behind.
 * @param place
 *   Where a column would be cut.
 * @param content
 *   What the column holds; the break does not leave it.
 */
export function raiseBreak(place: Break, content: Element): Break {
  let { node, offset } = place;
  while (node !== content && offset !== -1 && !contentBefore(node, offset)) {
    const parent = node.parentNode as Node;
    offset = [...parent.childNodes].indexOf(node as ChildNode);
    node = parent;
  }
  return { node, offset };
}

function contentBefore(node: Node, offset: number): boolean {
  if (node.nodeType === Node.TEXT_NODE) return (node as Text).data.slice(0, offset).trim() !== "";
  for (const child of [...node.childNodes].slice(0, offset)) {
    if (
      child.nodeType === Node.TEXT_NODE
        ? (child as Text).data.trim()
        : !furniture.has((child as Element).tagName)
    ) {
      return true;
    }
  }
  return false;
}
