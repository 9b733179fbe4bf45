import type { Page } from "pagedjs";
import { cutNote } from "./cut-note.ts";
import { targetOf } from "./places.ts";
import { type NoteHeight, shareOut } from "./share-out.ts";
import { tightenTables } from "./tighten.ts";

/** The notes of a work, and the part of them that the page being filled has at its foot. */
export interface Foot {
  /** Whether a note waits to go on from the page before. */
  readonly carries: boolean;
  /** Begins a page: what is carried over goes to its foot. */
  begin(page: Page): void;
  /**
   * Lays the notes first called by `calls`, and those that these call, at the foot, after what is carried over.
   * @returns
   *   Heights in CSS px: of the whole foot, and of one with two lines of each note, which is the least that
   *   keeps every mark with its note.
   */
  lay(calls: readonly Element[]): { whole: number; least: number };
  /** Ends a page: fixes the foot at `height` CSS px; what does not fit is carried over. */
  end(height: number): void;
}

// Two lines, and what stands over the first.
const leastLines = 2.2;
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
      const wanted = [...withNested(calls, waiting)];
      // Each change of the foot costs a layout.
      if (measured && wanted.join() === laid.map(({ id }) => id).join()) return measured;
      for (const note of laid.filter((note) => !wanted.includes(note.id))) note.remove();
      laid = wanted.map((id) => waiting.get(id) as HTMLElement);
      if (laid.length > 0 && title) list.append(title);
      else title?.remove();
      list.append(...laid);
      show(area, list.hasChildNodes());
      tightenTables(list);
      measured = list.hasChildNodes() ? measure(area, list) : noSpace;
      return measured;
    },
    end(height) {
      for (const note of laid) waiting.delete(note.id);
      if (laid.length > 0) title = undefined;
      const excess = (measured?.whole ?? 0) - height;
      carried = excess > 1 ? carryOver(list, excess) : [];
    },
  };
}

/** Notes that are called, each followed by those that it calls itself. */
function withNested(
  calls: Iterable<Element>,
  notes: ReadonlyMap<string, HTMLElement>,
  found = new Set<string>(),
): Set<string> {
  for (const call of calls) {
    const id = targetOf(call);
    const note = notes.get(id);
    if (!note || found.has(id)) continue;
    withNested(note.querySelectorAll("a.noteref[href]"), notes, found.add(id));
  }
  return found;
}

function show(area: HTMLElement, filled: boolean): void {
  area.firstElementChild?.classList.toggle("pagedjs_footnote_empty", !filled);
}

function measure(area: HTMLElement, list: HTMLElement) {
  const whole = Math.ceil(outerHeight(area.firstElementChild as HTMLElement));
  const room = heightsOf(list).reduce((sum, note) => sum + note.whole - note.least, 0);
  return { whole, least: Math.ceil(whole - room) };
}

/** Heights of what stands at the foot, spaces between included. */
function heightsOf(list: HTMLElement): NoteHeight[] {
  const notes = [...list.children] as HTMLElement[];
  const tops = notes.map((note) => note.getBoundingClientRect().top);
  tops.push(list.getBoundingClientRect().bottom);
  return notes.map((note, index) => {
    const whole = (tops[index + 1] ?? 0) - (tops[index] ?? 0);
    const line = Number.parseFloat(getComputedStyle(note).lineHeight) || 16;
    const cuttable = note.classList.contains("note");
    return { whole, least: cuttable ? Math.min(whole, leastOf(note, leastLines * line)) : whole };
  });
}

/** Height of a note's least beginning: where a picture or a row stands among its first lines, to the end of that. */
function leastOf(note: HTMLElement, lines: number): number {
  const { top } = note.getBoundingClientRect();
  const boxes = [...note.querySelectorAll("img, tr")].map((one) => one.getBoundingClientRect());
  const begun = boxes.filter((box) => box.top - top < lines);
  return Math.max(lines, ...begun.map((box) => box.bottom - top));
}

function outerHeight(element: HTMLElement): number {
  const { marginTop, marginBottom } = getComputedStyle(element);
  return (
    element.getBoundingClientRect().height +
    Number.parseFloat(marginTop) +
    Number.parseFloat(marginBottom)
  );
}

/** Cuts the notes that are too high for the foot, the highest first; returns what goes on to the next page. */
function carryOver(list: HTMLElement, excess: number): Node[] {
  const notes = [...list.children] as HTMLElement[];
  const heights = heightsOf(list);
  return shareOut(heights, excess).flatMap((height, index) => {
    const note = notes[index] as HTMLElement;
    if (height >= (heights[index]?.whole ?? 0)) return [];
    if (height > 0) return cutNote(note, height) ?? [];
    note.remove();
    return note;
  });
}
