import type { RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { closesNotes } from "./closing.ts";
import { isNotesHeading } from "./notes-heading.ts";
import { type Segment, type Standing, segmentsOf } from "./segments.ts";
import type { Source } from "./source.ts";

/** A block at the top of a manuscript, as a place where notes may stand. */
export interface Entry {
  node: RootContent;
  /** The heading for notes it stands under, by index of its entry; `undefined`: none. */
  under: number | undefined;
  /** Whether it is a heading for notes. */
  heading: boolean;
  /** How it was read; `undefined`: it can hold no notes. */
  standing: Standing | undefined;
  segments: Segment[];
}

/**
 * Reads the top blocks of a manuscript as headings for notes, notes and others.
 * @param blocks
 *   Blocks, parted.
 * @param source
 *   Text of the file.
 * @param headings
 *   What headings for notes are called, lower case.
 * @returns
 *   An entry a block.
 */
export function entriesOf(
  blocks: readonly RootContent[],
  source: Source,
  headings: ReadonlySet<string>,
): Entry[] {
  const entries: Entry[] = [];
  let under: number | undefined;
  let next = 1;
  for (const [index, node] of blocks.entries()) {
    // Over the whole text it is the title of one about notes.
    const heading = entries.some(isText) && isNotesHeading(node, headings);
    if (heading) [under, next] = [index, 1];
    else if (node.type === "heading" || closesNotes(blocks, index, source)) under = undefined;
    const underHeading = under !== undefined;
    const counts = underHeading ? next : undefined;
    const announced = announces(blocks[index - 1]);
    const standing = heading ? undefined : { underHeading, counts, announced };
    const segments = standing ? segmentsOf(node, source, standing) : [];
    next = countOn(segments) ?? next;
    entries.push({ node, under: heading ? undefined : under, heading, standing, segments });
  }
  return withBareEnds(entries, source);
}

/** The same entries; lines at the end of a section that begin with bare numbers, from 1, are read as notes. */
function withBareEnds(entries: Entry[], source: Source): Entry[] {
  const ends = entries.flatMap(({ node }, index) => (node.type === "heading" ? index : []));
  for (const end of [...ends, entries.length]) {
    const section = entries.slice(0, end);
    const from = section.findLastIndex((entry) => !isBare(entry)) + 1;
    if (from === 0 || announces(entries[from - 1]?.node)) continue;
    let next = 1;
    for (const entry of section.slice(from)) {
      entry.standing = { underHeading: false, counts: next, announced: false };
      entry.segments = segmentsOf(entry.node, source, entry.standing);
      next = countOn(entry.segments) ?? next;
    }
  }
  return entries;
}

function isBare({ heading, node, segments, under }: Entry): boolean {
  if (heading || under !== undefined || segments.some(({ mark }) => mark)) return false;
  return node.type === "list" ? Boolean(node.ordered) : /^\s*\p{Nd}/u.test(textOf(node));
}

/** The number after the last of some bare ones. */
function countOn(segments: readonly Segment[]): number | undefined {
  const last = segments.findLast(({ mark }) => mark?.style === "list")?.mark;
  return last && Number(last.mark) + 1;
}

function announces(node: RootContent | undefined): boolean {
  return node !== undefined && /[:：]\s*$/u.test(textOf(node));
}

function isText({ node, heading }: Entry): boolean {
  return !heading && node.type !== "heading" && node.type !== "thematicBreak";
}
