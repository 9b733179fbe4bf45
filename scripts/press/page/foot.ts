import type { Page } from "pagedjs";
import { type Column, findBreak } from "./column.ts";
import { cut } from "./cut.ts";

/** The notes of a work, and the part of them that the page being filled has at its foot. */
export interface Foot {
  /** Whether a note waits to go on from the page before. */
  readonly carries: boolean;
  /** Begins a page: what is carried over goes to its foot. */
  begin(page: Page): void;
  /**
   * Lays the notes first called by `calls` at the foot, after what is carried over.
   * @returns
   *   Heights in CSS px: of the whole foot, and of the foot up to the start of its last note with two
   *   lines of it, which is the least that keeps every mark with its note.
   */
  lay(calls: readonly Element[]): { whole: number; least: number };
  /** Ends a page: fixes the foot at `height` CSS px; what does not fit is carried over. */
  end(height: number): void;
}

const noSpace = { whole: 0, least: 0 };

/**
 * Takes the notes out of a text so that each can be set at the foot of the page of its first call.
 * @param notes
 *   Note elements by id; they must stand nowhere in the text any more.
 * @param speech
 *   Language and direction of the text.
 * @param heading
 *   A heading the manuscript typed over its notes, set over the first of them.
 */
export function makeFoot(
  notes: ReadonlyMap<string, HTMLElement>,
  speech: { lang: string; dir: string },
  heading?: HTMLElement,
): Foot {
  const waiting = new Map(notes);
  let carried: Node[] = [];
  let title = heading;
  let laid: HTMLElement[] = [];
  let measured: { whole: number; least: number } | undefined;
  let area: HTMLElement;
  let inner: HTMLElement;
  let list: HTMLElement;

  return {
    get carries() {
      return carried.length > 0;
    },
    begin(page) {
      area = page.footnotesArea;
      inner = area.querySelector(".pagedjs_footnote_inner_content") as HTMLElement;
      // The box itself runs left to right, so that what does not fit stands at its right.
      list = Object.assign(document.createElement("div"), { className: "foot", ...speech });
      list.append(...carried);
      inner.replaceChildren(list);
      laid = [];
      measured = undefined;
      show(area, carried.length > 0);
    },
    lay(calls) {
      const wanted = calls
        .map(noteId)
        .filter((id, index, ids) => waiting.has(id) && ids.indexOf(id) === index);
      // Each change of the foot costs a layout.
      if (measured && wanted.join() === laid.map(({ id }) => id).join()) return measured;
      for (const note of laid.filter((note) => !wanted.includes(note.id))) note.remove();
      laid = wanted.map((id) => waiting.get(id) as HTMLElement);
      if (laid.length > 0 && title) list.append(title);
      else title?.remove();
      list.append(...laid);
      show(area, list.hasChildNodes());
      measured = list.hasChildNodes() ? measure(area, inner, laid.at(-1)) : noSpace;
      return measured;
    },
    end(height) {
      for (const note of laid) waiting.delete(note.id);
      if (laid.length > 0) title = undefined;
      carried = (measured?.whole ?? 0) > height + 1 ? carryOver(area, list, height) : [];
    },
  };
}

function noteId(call: Element): string {
  return decodeURIComponent(call.getAttribute("href")?.slice(1) ?? "");
}

function show(area: HTMLElement, filled: boolean): void {
  area.firstElementChild?.classList.toggle("pagedjs_footnote_empty", !filled);
}

function measure(area: HTMLElement, inner: HTMLElement, last: HTMLElement | undefined) {
  const whole = Math.ceil(outerHeight(area.firstElementChild as HTMLElement));
  if (!last) return { whole, least: whole };
  const after = inner.getBoundingClientRect().bottom - last.getBoundingClientRect().top;
  const line = Number.parseFloat(getComputedStyle(last).lineHeight) || 16;
  return { whole, least: Math.min(whole, Math.ceil(whole - after + 2.2 * line)) };
}

function outerHeight(element: HTMLElement): number {
  const { marginTop, marginBottom } = getComputedStyle(element);
  return (
    element.getBoundingClientRect().height +
    Number.parseFloat(marginTop) +
    Number.parseFloat(marginBottom)
  );
}

/** Makes the foot a column of a height it does not fit in; returns what stands beyond its end. */
function carryOver(area: HTMLElement, list: HTMLElement, height: number): Node[] {
  const inner = list.parentElement as HTMLElement;
  const content = area.firstElementChild as HTMLElement;
  const whole = outerHeight(content);
  const space = height - (whole - inner.getBoundingClientRect().height);
  Object.assign(inner.style, {
    boxSizing: "border-box",
    columnCount: "1",
    columnFill: "auto",
    columnGap: "1200px",
    height: `${space}px`,
    overflow: "visible",
  });
  const column: Column = { box: inner, content: list };
  const place = findBreak(column);
  const rest = place ? [...cut(column, place).childNodes] : [];
  inner.style.overflow = "";
  return rest;
}
