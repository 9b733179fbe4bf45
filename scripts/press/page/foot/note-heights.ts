import { heldHeight } from "./hold-notes.ts";
import { mostFoot } from "./settle.ts";
import type { NoteHeight } from "./share-out.ts";

// Two lines, and what stands over the first.
const leastLines = 2.2;

/** Heights of a foot, CSS px. */
export interface FootHeight {
  whole: number;
  /** Of one with two lines of each note, which is the least that keeps every mark with its note. */
  least: number;
  /** Of what stands at it, spaces between included. */
  notes: NoteHeight[];
}

/**
 * Measures a foot.
 * @param area
 *   Where notes stand on a page.
 * @param list
 *   The notes.
 * @param room
 *   Height of a page's column, CSS px.
 */
export function footHeight(area: HTMLElement, list: HTMLElement, room: number): FootHeight {
  const shown = outerHeight(area.firstElementChild as HTMLElement);
  const whole = Math.ceil(shown + heldHeight(list));
  const notes = heightsOf(area, list, room);
  const spare = notes.reduce((sum, note) => sum + note.whole - note.least, 0);
  return { whole, least: Math.ceil(whole - spare), notes };
}

/**
 * Heights of what stands at the foot, spaces between included.
 * @param area
 *   Where notes stand on a page.
 * @param list
 *   The notes.
 * @param room
 *   Height of a page's column, CSS px.
 */
export function heightsOf(area: HTMLElement, list: HTMLElement, room: number): NoteHeight[] {
  const { bottom, height } = list.getBoundingClientRect();
  const around = outerHeight(area.firstElementChild as HTMLElement) - height;
  const notes = [...list.children] as HTMLElement[];
  const tops = notes.map((note) => note.getBoundingClientRect().top);
  tops.push(bottom);
  return notes.map((note, index) => {
    const whole = (tops[index + 1] ?? 0) - (tops[index] ?? 0) + heldHeight(note);
    const line = Number.parseFloat(getComputedStyle(note).lineHeight) || 16;
    const cuttable = note.classList.contains("note");
    return {
      whole,
      least: cuttable
        ? Math.min(whole, leastOf(note, leastLines * line, room * mostFoot - around))
        : whole,
    };
  });
}

/** Height of a note's least beginning: where a picture or a row stands among its first lines, to the end of that. */
function leastOf(note: HTMLElement, lines: number, most: number): number {
  const { top } = note.getBoundingClientRect();
  const begun = [...note.querySelectorAll("img, tr")]
    .map((one) => ({ one, box: one.getBoundingClientRect() }))
    .filter(({ box }) => box.top - top < lines)
    // Of a row that may be cut, or is higher than any foot, as much as of a note.
    .map(({ one, box }) => {
      const isCut = one.matches("[data-cuttable]") || (one.matches("tr") && box.height > most);
      return (isCut ? box.top + lines : box.bottom) - top;
    });
  return Math.max(lines, ...begun);
}

function outerHeight(element: HTMLElement): number {
  const { marginTop, marginBottom } = getComputedStyle(element);
  return (
    element.getBoundingClientRect().height +
    Number.parseFloat(marginTop) +
    Number.parseFloat(marginBottom)
  );
}
