import type { Page } from "pagedjs";
import { slackenTables } from "../column/slacken.ts";
import { targetOf } from "../seen/places.ts";
import { tightenTables } from "../tables/tighten.ts";
import { cutNote } from "./cut-note.ts";
import { holdNotes, showNotes } from "./hold-notes.ts";
import { type FootHeight, footHeight, heightsOf } from "./note-heights.ts";
import { shareOut } from "./share-out.ts";

/** The notes of a work, and the part of them that the page being filled has at its foot. */
export interface Foot {
  /** How many notes go on from the page before, or could not begin there. */
  readonly carried: number;
  /** Begins a page: what is carried over goes to its foot. */
  begin(page: Page): void;
  /**
   * Lays the notes first called by `calls`, and those that these call, at the foot, after what is carried over.
   * @returns
   *   Height of the foot.
   */
  lay(calls: readonly Element[]): FootHeight;
  /**
   * Ends a page: the foot may be as high as `height` CSS px; what does not fit is carried over.
   * @returns
   *   How high it is; 0 when nothing of it stays.
   */
  end(height: number): number;
}

const noSpace: FootHeight = { whole: 0, least: 0, notes: [] };

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
  let measured: FootHeight | undefined;
  let area: HTMLElement;
  let inner: HTMLElement;
  let list: HTMLElement;
  let room = 0;

  return {
    get carried() {
      return carried.length;
    },
    begin(page) {
      area = page.footnotesArea;
      room = page.area.parentElement?.getBoundingClientRect().height ?? 0;
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
      showNotes(list, room);
      slackenTables(list, room);
      holdNotes(list, room);
      measured = list.hasChildNodes() ? footHeight(area, list, room) : noSpace;
      return measured;
    },
    end(height) {
      for (const note of laid) waiting.delete(note.id);
      if (laid.length > 0) title = undefined;
      const excess = (measured?.whole ?? 0) - height;
      carried = excess > 1 ? carryOver(area, list, excess, room) : [];
      if (!list.hasChildNodes()) return 0;
      return carried.length > 0 ? footHeight(area, list, room).whole : height;
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

/** Cuts the notes that are too high for the foot, the highest first; returns what goes on to the next page. */
function carryOver(area: HTMLElement, list: HTMLElement, excess: number, room: number): Node[] {
  const notes = [...list.children] as HTMLElement[];
  const heights = heightsOf(area, list, room);
  return shareOut(heights, excess).flatMap((height, index) => {
    const note = notes[index] as HTMLElement;
    if (height >= (heights[index]?.whole ?? 0)) return [];
    if (height > 0) return cutNote(note, height) ?? [];
    note.remove();
    return note;
  });
}
