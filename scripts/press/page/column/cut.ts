import { carrySpans, cellsInto } from "../tables/carry-spans.ts";
import { columnWidths, fixColumns } from "../tables/columns.ts";
import { type Break, type Column, findBreak } from "./column.ts";
import { markContinued } from "./move-block.ts";

/**
 * Cuts a column at its end.
 * @param column
 *   A column that has been laid out.
 * @param place
 *   Where to cut.
 * @returns
 *   What stood after the cut, in copies of the elements that were cut in two; those carry
 *   `data-continued`, the parts that stay `data-continues`.
 */
export function cut(column: Column, place: Break): DocumentFragment {
  const row = place.offset === -1 ? (place.node as HTMLTableRowElement) : undefined;
  const widths = tableWidths(place.node);
  // Columns would change with each cell that is cut, and with them where the next has to be.
  if (row) fixColumns(row.closest("table") as HTMLTableElement, widths);
  const spanTails = cutSpans(column, place);
  const tails = row && cutCells(column, row);
  const range = document.createRange();
  range.setStart(place.node, row ? row.childNodes.length : place.offset);
  range.setEnd(column.content, column.content.childNodes.length);
  const stays = ancestors(place.node, column.content);
  const rest = range.extractContents();
  const bodies: [HTMLTableSectionElement, HTMLTableSectionElement][] = [];
  stays.forEach((element, depth) => {
    element.dataset.continues = "";
    const piece = descend(rest, depth);
    if (!piece) return;
    markContinued(piece);
    if (element.tagName === "PRE")
      piece.toggleAttribute("data-mid-line", !element.textContent?.endsWith("\n"));
    if (element.tagName === "TABLE") continueTable(element, piece, widths);
    if (element === row) piece.append(...(tails ?? []));
    if (element instanceof HTMLTableSectionElement)
      bodies.push([element, piece as HTMLTableSectionElement]);
  });
  for (const [body, piece] of bodies) carrySpans(body, piece, spanTails);
  return rest;
}

/** Elements from the content's children down to the one that holds the place. */
function ancestors(node: Node, content: Element): HTMLElement[] {
  const chain: HTMLElement[] = [];
  let element = node.nodeType === Node.TEXT_NODE ? node.parentElement : (node as HTMLElement);
  for (; element && element !== content; element = element.parentElement) chain.unshift(element);
  return chain;
}

/** The first element of the rest at a depth: there each cut element's copy stands. */
function descend(rest: DocumentFragment, depth: number): HTMLElement | undefined {
  let piece = rest.firstElementChild as HTMLElement | null;
  for (let level = 0; piece && level < depth; level++) {
    piece = (
      piece.tagName === "TABLE" ? bodyOf(piece) : piece.firstElementChild
    ) as HTMLElement | null;
  }
  return piece ?? undefined;
}

function bodyOf(table: Element): Element | null {
  return [...table.children].find((child) => /^T(BODY|FOOT)$/.test(child.tagName)) ?? null;
}

/** Cuts each cell of a row at its own end; what follows comes back as cells. */
function cutCells(column: Column, row: HTMLTableRowElement): HTMLElement[] {
  return [...row.cells].map((cell) => {
    const tail = cell.cloneNode(false) as HTMLElement;
    const place = findBreak({ box: column.box, content: cell });
    if (place) tail.append(cut({ box: column.box, content: cell }, place));
    tail.removeAttribute("id");
    cell.dataset.continues = "";
    return tail;
  });
}

/** Cuts the cells that reach over a place from rows above; what follows comes back by cell. */
function cutSpans(column: Column, { node, offset }: Break): Map<HTMLElement, DocumentFragment> {
  const found = new Map<HTMLElement, DocumentFragment>();
  const row = (offset === -1 ? node : node.childNodes[offset]) as Element | undefined;
  const part = row?.parentElement;
  if (!(row instanceof HTMLTableRowElement && part instanceof HTMLTableSectionElement))
    return found;
  for (const { cell } of cellsInto(part, row.sectionRowIndex)) {
    const place = findBreak({ box: column.box, content: cell });
    if (place) found.set(cell, cut({ box: column.box, content: cell }, place));
  }
  return found;
}

function tableWidths(node: Node): number[] {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : (node as Element);
  const table = element?.closest("table");
  return table ? columnWidths(table) : [];
}

/** Gives the rest of a table its head again and both parts the same column widths. */
function continueTable(table: HTMLElement, rest: HTMLElement, widths: number[]): void {
  for (const part of [table, rest] as HTMLTableElement[]) fixColumns(part, widths);
  const head = table.querySelector(":scope > thead")?.cloneNode(true) as HTMLElement | undefined;
  if (!head) return;
  head.dataset.repeated = "";
  for (const element of head.querySelectorAll("[id]")) element.removeAttribute("id");
  for (const call of head.querySelectorAll("a.noteref")) call.removeAttribute("href");
  const body = bodyOf(rest);
  if (body) rest.insertBefore(head, body);
}
