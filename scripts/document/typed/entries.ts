import type { RootContent } from "mdast";
import { closesNotes } from "./closing.ts";
import { isNotesHeading } from "./notes-heading.ts";
import { partBlocks } from "./part-blocks.ts";
import { type Segment, segmentsOf } from "./segments.ts";
import type { Source } from "./source.ts";

/** A block at the top of a manuscript, as a place where notes may stand. */
export interface Entry {
  node: RootContent;
  /** The heading for notes it stands under, by index of its entry; `undefined`: none. */
  under: number | undefined;
  /** Whether it is a heading for notes. */
  heading: boolean;
  segments: Segment[];
}

/**
 * Reads the top blocks of a manuscript as headings for notes, notes and others.
 * @param children
 *   Blocks; what Markdown takes for one with a note in it is parted.
 * @param source
 *   Text of the file.
 * @param headings
 *   What headings for notes are called, lower case.
 * @returns
 *   An entry a block.
 */
export function entriesOf(
  children: readonly RootContent[],
  source: Source,
  headings: ReadonlySet<string>,
): Entry[] {
  const entries: Entry[] = [];
  let under: number | undefined;
  const blocks = partBlocks(children, source, headings);
  for (const [index, node] of blocks.entries()) {
    // Over the whole text it is the title of one about notes.
    const heading = entries.some(isText) && isNotesHeading(node, headings);
    if (heading) under = index;
    else if (node.type === "heading" || closesNotes(blocks, index, source)) under = undefined;
    const standing = { underHeading: under !== undefined, ends: false };
    const segments = heading ? [] : segmentsOf(node, source, standing);
    entries.push({ node, under: heading ? undefined : under, heading, segments });
  }
  return withEnd(entries, source);
}

/** The same entries; those of the end that are a list of one asterisk are read as notes. */
function withEnd(entries: Entry[], source: Source): Entry[] {
  for (const entry of entries.toReversed()) {
    if (entry.segments.length === 0 && !entry.heading)
      entry.segments = segmentsOf(entry.node, source, { underHeading: false, ends: true });
    if (!entry.segments[0]?.mark) break;
  }
  return entries;
}

function isText({ node, heading }: Entry): boolean {
  return !heading && node.type !== "heading" && node.type !== "thematicBreak";
}
