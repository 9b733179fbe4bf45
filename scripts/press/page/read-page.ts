import type { Page } from "pagedjs";
import { unusedSoftHyphens } from "./column/soft-hyphens.ts";
import { type BrokenTable, brokenTables } from "./seen/broken.ts";
import type { LaidPage } from "./seen/logical.ts";
import { readLooks } from "./seen/looks.ts";
import { measureSpots } from "./seen/measure-spots.ts";
import { pageTexts, type SeenText } from "./seen/visible.ts";

/** What a page says. */
export interface PageSaid {
  text: SeenText[];
  notes: SeenText[];
  /** Ids of the calls of notes, in order. */
  calls: string[];
  /** Ids of the notes at its foot. */
  noteIds: string[];
}

/** What is read of a page while it stands in the tree. */
export interface PageReading {
  said: PageSaid;
  laid: LaidPage;
  /** Share of it that its text takes. */
  filled: number;
  /** Tables in which words are cut. */
  broken: BrokenTable[];
  /** Ids on it, in order. */
  ids: string[];
  /** Takes hyphens away at which no line ends. */
  dropSoftHyphens(): void;
}

/**
 * Reads a page, before it leaves the tree.
 * @param page
 *   The page, made up.
 * @param index
 *   How many are before it.
 */
export function readPage(page: Page, index: number): PageReading {
  const { area, footnotesArea, pagebox, element } = page;
  const ids = (root: ParentNode, selector: string) =>
    [...root.querySelectorAll(selector)].map(({ id }) => id);
  return {
    laid: {
      text: area,
      foot: footnotesArea,
      spots: measureSpots(pagebox, index, element),
      looks: new Map([...readLooks(area), ...readLooks(footnotesArea)]),
    },
    said: {
      ...pageTexts(page),
      calls: ids(area, "a.noteref[id]"),
      noteIds: ids(footnotesArea, ".note[id]"),
    },
    filled: filledShare(page),
    broken: brokenTables(element),
    dropSoftHyphens: unusedSoftHyphens(element),
    ids: ids(element, "[id]"),
  };
}

/** A page that is left blank has no holder for its text. */
function filledShare({ area }: Page): number {
  const [whole, text] = [area.parentElement, area.firstElementChild].map(
    (box) => box?.getBoundingClientRect().height ?? 0,
  ) as [number, number];
  return whole > 0 ? text / whole : 1;
}
