import {
  type PDFContext,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFRef,
} from "@cantoo/pdf-lib";
import { metadataText } from "./metadata-text.ts";
import type { Heading, Told } from "./options.ts";

/** A bookmark with those below it. */
export interface Bookmark {
  heading: Heading;
  below: Bookmark[];
}

// How many bookmarks a side panel shows at once on a small screen.
const atOnce = 24;

/**
 * Writes a bookmark for every heading, nested as they are; opened as far down as a side panel has room.
 * @param document
 *   PDF, changed in place; its boxes are set.
 * @param options
 *   Headings.
 */
export function setOutline(document: PDFDocument, { headings }: Pick<Told, "headings">): void {
  const { context, catalog } = document;
  catalog.delete(PDFName.of("Outlines"));
  const bookmarks = nest(headings);
  if (bookmarks.length === 0) return;
  const pages = document.getPages().map(({ ref }) => ref);
  const root = context.nextRef();
  const kids = writeLevel({ context, pages, open: openLevels(bookmarks) }, bookmarks, root, 1);
  context.assign(root, context.obj({ Type: "Outlines", ...kids }));
  catalog.set(PDFName.of("Outlines"), root);
}

/**
 * Puts each heading below the nearest one before it that is of a higher level.
 * @param headings
 *   In reading order; levels may be skipped, and the first need not be the highest.
 * @returns
 *   Bookmarks of the first level.
 */
export function nest(headings: readonly Heading[]): Bookmark[] {
  const first: Bookmark[] = [];
  const above: Bookmark[] = [];
  for (const heading of headings) {
    while ((above.at(-1)?.heading.level ?? 0) >= heading.level) above.pop();
    const bookmark = { heading, below: [] };
    (above.at(-1)?.below ?? first).push(bookmark);
    above.push(bookmark);
  }
  return first;
}

/** How many levels a panel has room for; a title alone at the top must not hide all others. */
function openLevels(bookmarks: readonly Bookmark[]): number {
  let level = bookmarks;
  let shown = level.length;
  for (let levels = 1; ; levels++) {
    const next = level.flatMap(({ below }) => below);
    if (next.length === 0 || (level.length > 1 && shown + next.length > atOnce)) return levels;
    shown += next.length;
    level = next;
  }
}

interface Writing {
  context: PDFContext;
  /** Pages in order. */
  pages: readonly PDFRef[];
  /** Levels whose bookmarks are in sight at first. */
  open: number;
}

/** Writes a level and all below it; what its parent has to say of it. */
function writeLevel(
  writing: Writing,
  bookmarks: readonly Bookmark[],
  parent: PDFRef,
  level: number,
): { First: PDFRef; Last: PDFRef; Count: number } | undefined {
  const { context, pages, open } = writing;
  const references = bookmarks.map(() => context.nextRef());
  const [first] = references;
  const last = references.at(-1);
  if (first === undefined || last === undefined) return undefined;
  let count = bookmarks.length;
  for (const [index, { heading, below }] of bookmarks.entries()) {
    const reference = references[index] as PDFRef;
    const kids = writeLevel(writing, below, reference, level + 1);
    if (level < open && kids) count += kids.Count;
    const { title, page, y, element } = heading;
    context.assign(
      reference,
      context.obj({
        Title: PDFHexString.fromText(metadataText(title)),
        Parent: parent,
        Dest: [pages[page] ?? null, "XYZ", null, y, null],
        ...(references[index - 1] && { Prev: references[index - 1] }),
        ...(references[index + 1] && { Next: references[index + 1] }),
        ...(element && { SE: element }),
        ...kids,
        // ISO 32000-1, 12.3.3: negative where a viewer is to keep it closed.
        ...(kids && { Count: level < open ? kids.Count : -kids.Count }),
      }),
    );
  }
  return { First: first, Last: last, Count: count };
}
