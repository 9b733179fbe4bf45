import type { Page } from "pagedjs";
import { type Column, findBreak } from "./column.ts";
import { cut } from "./cut.ts";
import type { Foot } from "./foot.ts";
import { type Galley, pageName } from "./galley.ts";
import { footShare, setReserve, settle } from "./settle.ts";

/** Makes up pages one after another: text from the galley above, its notes below. */
export interface Makeup {
  /** Fills one page. */
  fill(page: Page): void;
  /** Whether text or notes are left. */
  readonly done: boolean;
}

// First guess of the characters on a page; later pages go by the fullest of the last few.
const firstGuess = 1500;

/**
 * Prepares to make up a text.
 * @param galley
 *   The text.
 * @param foot
 *   The notes.
 * @throws
 *   From `fill`, with the place of the block, when it cannot be set on any page.
 */
export function makeMakeup(galley: Galley, foot: Foot): Makeup {
  let guess = firstGuess;
  return {
    get done() {
      return galley.empty && !foot.carries;
    },
    fill(page) {
      const column = { box: page.area, content: page.wrapper };
      const height = column.box.parentElement?.getBoundingClientRect().height ?? 0;
      const carried = foot.carries;
      foot.begin(page);
      const goingOn = foot.lay([]).whole;
      let reserve = Math.min(goingOn, galley.empty ? height : height * footShare);
      setReserve(page, reserve);
      pour(galley, column, guess);
      reserve = settle({ column, foot, page, height, reserve });
      trim(galley, column);
      foot.end(reserve);
      setReserve(page, reserve);
      trim(galley, column);
      namePage(page);
      guess = Math.max(guess * 0.9, (page.wrapper.textContent?.length ?? 0) * 1.1, 200);
      if (!page.wrapper.firstElementChild && !carried) {
        throw new Error(`nothing fits: ${placeOf(galley.next)}`);
      }
    },
  };
}

/** Takes text until the column runs over, a page break comes, or no text is left. */
function pour(galley: Galley, column: Column, guess: number): void {
  let why = galley.take(column.content, guess);
  markPageStart(column.content);
  while (why === "enough" && column.box.scrollWidth <= column.box.clientWidth + 100) {
    why = galley.take(column.content, guess * 0.25);
  }
}

/** Marks what begins a page without having asked to: it needs no space above. */
function markPageStart(content: Element): void {
  for (let element = content.firstElementChild as HTMLElement | null; element; ) {
    const { breakBefore, previousBreakAfter } = element.dataset;
    if (breakBefore || previousBreakAfter) return;
    element.dataset.pageStart = "";
    element = element.firstElementChild as HTMLElement | null;
  }
}

/** Cuts what runs over back into the galley, until nothing does. */
function trim(galley: Galley, column: Column): void {
  for (let round = 0; round < 64; round++) {
    const place = findBreak(column);
    if (!place) return;
    if (place.node !== column.content || place.offset > 0) galley.putBack(cut(column, place));
    else if (!relax(column.content)) throw new Error(`nothing fits: ${placeOf(column.content)}`);
  }
}

/** Lets what begins the page be cut although it asks not to be: it is higher than any page. */
function relax(content: Element): boolean {
  const kept = [...content.querySelectorAll<HTMLElement>("*")].find(
    (element) => getComputedStyle(element).breakInside !== "auto",
  );
  if (!kept) return false;
  kept.style.breakInside = "auto";
  return true;
}

function namePage(page: Page): void {
  const first = page.wrapper.querySelector("[data-page]");
  const name = first && pageName(first);
  if (name) page.element.classList.add("pagedjs_named_page", `pagedjs_${name}_page`);
}

function placeOf(element: Element | undefined): string {
  const placed = element?.closest("[data-place]") ?? element?.querySelector("[data-place]");
  return placed?.getAttribute("data-place") ?? "";
}
