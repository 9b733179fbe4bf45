import { findBreak } from "../column/column.ts";
import { cut } from "../column/cut.ts";
import { markContinued } from "../column/move-block.ts";
import { relax } from "../column/relax.ts";

/**
 * Cuts a note at the foot of a page so that it is no higher than its share.
 * @param note
 *   The note, in its place at the foot.
 * @param height
 *   Its share, CSS px.
 * @returns
 *   The rest of it, an element like it; the note itself, taken away, when nothing of it fits; `undefined` when it
 *   fits.
 */
export function cutNote(note: HTMLElement, height: number): HTMLElement | undefined {
  // A box that runs left to right, one column wide, as high as the share: what does not fit stands at its right.
  const box = document.createElement("div");
  Object.assign(box.style, {
    columnCount: "1",
    columnFill: "auto",
    columnGap: "1200px",
    direction: "ltr",
    height: `${height}px`,
  });
  const holder = document.createElement("div");
  holder.dir = note.closest<HTMLElement>("[dir]")?.dir ?? "";
  note.replaceWith(box);
  box.append(holder);
  holder.append(note);
  let place = findBreak({ box, content: note });
  while (place?.node === note && place.offset === 0 && relax(note))
    place = findBreak({ box, content: note });
  if (place?.node === note && place.offset === 0) {
    box.remove();
    return note;
  }
  const rest = note.cloneNode(false) as HTMLElement;
  if (place) rest.append(cut({ box, content: note }, place));
  box.replaceWith(note);
  if (!place) {
    // A space under what ends it may be higher than what is left of its share.
    note.style.height = `${height}px`;
    return undefined;
  }
  note.dataset.continues = "";
  if (heightOf(note) > height + 1) endFlush(note);
  markContinued(rest);
  // A space over what begins it would stand over the note, and is none of its height.
  for (let [first] = rest.children; first; [first] = first.children)
    (first as HTMLElement).dataset.pageStart = "";
  return rest;
}

function heightOf(note: HTMLElement): number {
  const next = note.nextElementSibling?.getBoundingClientRect().top;
  const end = next ?? note.parentElement?.getBoundingClientRect().bottom ?? 0;
  return end - note.getBoundingClientRect().top;
}

/** Takes the space away under what a piece ends with, as a column does with what goes over its end. */
function endFlush(note: HTMLElement): void {
  for (let last = note.lastElementChild; last; last = last.lastElementChild)
    (last as HTMLElement).style.marginBlockEnd = "0";
}
