/**
 * Moves a block to a page, under copies of its containers; drops containers left empty.
 * @param block
 *   The block.
 * @param root
 *   Holder of the text that it is taken from.
 * @param into
 *   Gets it, at its end.
 */
export function moveBlock(block: Element, root: Node, into: Element): void {
  const chain: Element[] = [];
  for (let up = block.parentElement; up && up !== root; up = up.parentElement) chain.unshift(up);
  let target: Element = into;
  for (const container of chain) target = openContainer(container as HTMLElement, target);
  target.append(block);
  for (const container of chain.reverse()) if (!container.firstElementChild) container.remove();
}

function openContainer(container: HTMLElement, target: Element): Element {
  const open = target.lastElementChild as HTMLElement | null;
  if (open?.dataset.ref && open.dataset.ref === container.dataset.ref) return open;
  const shell = container.cloneNode(false) as HTMLElement;
  target.append(shell);
  markContinued(container);
  return shell;
}

/** Marks an element as the rest of one that began on an earlier page. */
export function markContinued(element: HTMLElement): void {
  element.dataset.continued = "";
  element.removeAttribute("id");
  delete element.dataset.breakBefore;
  delete element.dataset.previousBreakAfter;
}

/** What is said for the sake of the rest of a table alone: its columns, its head, and cells from rows above. */
function saidAgain(rest: Element): Element[] {
  const isOfRows = rest instanceof HTMLTableSectionElement;
  if (!isOfRows && !(rest instanceof HTMLTableElement)) return [];
  // Only the first row has cells from above, and there may be very many.
  const parts = [...((isOfRows ? rest.rows[0] : rest)?.children ?? [])];
  return parts.filter((part) => part.matches("colgroup, [data-repeated]"));
}

/**
 * Puts what a page could not hold before the text not yet set; the last of it may be the first part of what stands
 * there.
 * @param rest
 *   Emptied.
 * @param target
 *   Holder of the text.
 */
export function moveBack(rest: ParentNode, target: ParentNode): void {
  const last = rest.lastElementChild as HTMLElement | null;
  const first = target.firstElementChild as HTMLElement | null;
  if (last?.dataset.ref && first && last.dataset.ref === first.dataset.ref) {
    for (const again of saidAgain(first)) again.remove();
    if (last instanceof HTMLTableSectionElement) foldSpans(last, first as HTMLTableSectionElement);
    if (last.tagName === "TR") moveCells(last as HTMLTableRowElement, first as HTMLTableRowElement);
    else moveBack(last, first);
    last.remove();
    if (!("continued" in last.dataset)) restoreShell(last, first);
    else first.toggleAttribute("data-mid-line", "midLine" in last.dataset);
  }
  target.prepend(...rest.childNodes);
}

/** Puts what was carried over of cells of several rows behind what is put back of them: there each is one cell again. */
function foldSpans(part: HTMLTableSectionElement, rest: HTMLTableSectionElement): void {
  for (const tail of rest.querySelectorAll<HTMLElement>(":scope > tr > [data-carried]")) {
    const cell = part.querySelector<HTMLElement>(`:scope > tr > [data-ref="${tail.dataset.ref}"]`);
    if (!cell) continue;
    if ("repeated" in cell.dataset) {
      cell.replaceChildren();
      cell.dataset.continued = "";
    }
    moveBack(cell, tail);
    cell.append(...tail.childNodes);
    tail.remove();
    delete cell.dataset.repeated;
    delete cell.dataset.continues;
  }
}

/** The cells of a row that is cut are in both of its parts, side by side; but for those carried over from rows above. */
function moveCells(part: HTMLTableRowElement, rest: HTMLTableRowElement): void {
  for (const [index, cell] of [...part.cells].entries()) {
    const tail = rest.cells[index];
    if (!tail || "carried" in cell.dataset) rest.insertBefore(cell, tail ?? null);
    else {
      moveBack(cell, tail);
      if (!("continued" in cell.dataset)) restoreShell(cell, tail);
    }
  }
}

/** A container that goes back whole begins again: it takes its own attributes back. */
function restoreShell(shell: HTMLElement, container: HTMLElement): void {
  for (const name of container.getAttributeNames()) container.removeAttribute(name);
  for (const { name, value } of shell.attributes) container.setAttribute(name, value);
  delete container.dataset.continues;
}
