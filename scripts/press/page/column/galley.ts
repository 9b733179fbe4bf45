import { moveBack, moveBlock } from "./move-block.ts";

/**
 * The galley: text not yet on a page.
 *
 * Nodes are moved, never copied, from the front of the galley to a page, and what does not fit is put
 * back at the front, so that no node can be on two pages or on none. An element cut in two keeps its
 * first part on the page (`data-continues`) and its rest here (`data-continued`).
 */
export interface Galley {
  /** Whether nothing is left. */
  readonly empty: boolean;
  /** The element that will be set next: what Paged.js asks for forced breaks and named pages. */
  readonly next: Element | undefined;
  /**
   * Moves blocks to the end of `into` until they hold `characters` characters, a forced page break
   * comes, or the galley is empty.
   * @returns
   *   Why it stopped.
   */
  take(into: Element, characters: number): "enough" | "break" | "empty";
  /** Puts back what a page could not hold: the contents of a range cut from what was taken. */
  putBack(rest: ParentNode): void;
}

// Elements whose children are moved one by one; everything else is moved whole and cut on the page.
const containers = new Set(["MAIN", "SECTION", "ARTICLE", "DIV", "UL", "OL", "DL", "NAV"]);
const forced = new Set(["always", "page", "left", "right", "recto", "verso"]);

/**
 * Makes a galley of a tree whose elements all carry a `data-ref` of their own.
 * @param root
 *   Holder of the text; emptied as pages are filled.
 */
export function makeGalley(root: ParentNode & Node): Galley {
  return {
    get empty() {
      return !root.firstElementChild;
    },
    get next() {
      return firstOf(root);
    },
    take(into, characters) {
      let taken = 0;
      for (;;) {
        const block = frontBlock(root);
        if (!block) return "empty";
        if (into.firstElementChild && breaksBefore(block, root, into)) return "break";
        const length = block.textContent?.length ?? 0;
        moveBlock(block, root, into);
        taken += length;
        if (taken >= characters) return "enough";
      }
    },
    putBack(rest) {
      moveBack(rest, root);
    },
  };
}

// Counting the children of a long list for each of its items would take a square of its length; blocks that are moved
// out of a container leave it one.
const known = new WeakSet<Element>();

function isContainer(element: Element): boolean {
  if (known.has(element)) return element.firstElementChild !== null;
  const isOne =
    containers.has(element.tagName) &&
    !element.classList.contains("keep") &&
    !element.classList.contains("note") &&
    element.firstElementChild !== null &&
    element.childNodes.length === element.childElementCount;
  if (isOne) known.add(element);
  return isOne;
}

/** Deepest first block; elements on the way down are containers. */
function frontBlock(root: ParentNode): Element | undefined {
  let block = root.firstElementChild;
  while (block && isContainer(block)) block = block.firstElementChild;
  return block ?? undefined;
}

/** First element on the way down that asks for a page of its own, else the front block. */
function firstOf(root: ParentNode): Element | undefined {
  let element = root.firstElementChild;
  while (element && isContainer(element) && !asksForPage(element))
    element = element.firstElementChild;
  return element ?? undefined;
}

function asksForPage(element: Element): boolean {
  const { breakBefore, previousBreakAfter } = (element as HTMLElement).dataset;
  return forced.has(breakBefore ?? "") || forced.has(previousBreakAfter ?? "");
}

/** Whether `block` must begin a page, by a forced break or a named page other than the one before it. */
function breaksBefore(block: Element, root: ParentNode & Node, into: Element): boolean {
  let element: Element | null = block;
  for (; element && element !== (root as Node); element = element.parentElement) {
    if (asksForPage(element)) return true;
    if (
      element.previousElementSibling ||
      into.querySelector(`[data-ref="${element.getAttribute("data-ref")}"]`)
    ) {
      break;
    }
  }
  return pageName(block) !== pageName(lastBlock(into));
}

function lastBlock(into: Element): Element {
  let last: Element = into;
  while (last.lastElementChild && (isContainer(last) || last === into))
    last = last.lastElementChild;
  return last;
}

/** Name of the page an element asks to stand on. */
export function pageName(element: Element): string | undefined {
  return element.closest<HTMLElement>("[data-page]")?.dataset.page;
}
