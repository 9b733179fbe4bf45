import type { RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { joinLines, linesOf } from "./lines.ts";
import { leadingMark } from "./marks.ts";
import { type Segment, segmentsOf } from "./segments.ts";
import type { Source } from "./source.ts";

// `5. Notes`, `III. Notes`, `— Notes —`.
const numbering = /^\s*(?:\p{Nd}{1,2}|[IVX]{1,5}|[A-Z])[.)]\s+/u;
const decoration = /^[\s([*_–—-]+|[\s)\]*_:.–—-]+$/gu;

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
 *   Blocks; a bare heading typed on the line above its first note is parted from it.
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
  const blocks = children.flatMap((node) => partHeading(node, source, headings));
  for (const [index, node] of blocks.entries()) {
    // Over the whole text it is the title of one about notes.
    const heading = entries.some(isText) && isNotesHeading(node, headings);
    if (heading) under = index;
    else if (node.type === "heading") under = undefined;
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

function isNotesHeading(node: RootContent, headings: ReadonlySet<string>): boolean {
  if (node.type !== "heading" && node.type !== "paragraph") return false;
  const words = textOf(node).normalize("NFC").replace(numbering, "").replace(decoration, "");
  return headings.has(words.toLowerCase());
}

function partHeading(
  node: RootContent,
  source: Source,
  headings: ReadonlySet<string>,
): RootContent[] {
  if (node.type !== "paragraph") return [node];
  const [first, ...rest] = linesOf(node.children, source);
  const mark = rest[0]?.children[0];
  if (!first || mark?.type !== "text" || !leadingMark(mark.value)) return [node];
  const end = first.children.at(-1)?.position?.end;
  const position = node.position && end && { start: node.position.start, end };
  const heading = { ...node, children: first.children, ...(position && { position }) };
  if (!isNotesHeading(heading, headings)) return [node];
  const start = mark.position?.start;
  const after = node.position && start && { start, end: node.position.end };
  return [heading, { ...node, children: joinLines(rest), ...(after && { position: after }) }];
}
