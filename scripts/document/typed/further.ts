import type { RootContent } from "mdast";
import type { Call } from "./calls.ts";
import type { Entry } from "./entries.ts";
import { isFlow } from "./flow.ts";
import { indentOf } from "./indent.ts";
import type { FoundMark } from "./marks.ts";
import { isBefore, same } from "./pairs.ts";
import type { Source } from "./source.ts";

/** Most blocks without a mark between two notes. */
const most = 3;

/**
 * Finds the blocks that go on with the note before them: under a heading for notes whatever has no mark; elsewhere what
 * stands right under a note or is indented further, and what parts two notes that both were called before the first.
 * @param entries
 *   Top blocks.
 * @param calls
 *   Marks in the text.
 * @param source
 *   Text of the file.
 * @returns
 *   Indexes of their entries.
 */
export function furtherBlocks(
  entries: readonly Entry[],
  calls: readonly Call[],
  source: Source,
): ReadonlySet<number> {
  const further = new Set<number>();
  let textIndent = 0;
  let note: Entry | undefined;
  for (const [index, entry] of entries.entries()) {
    const { node, segments, under } = entry;
    const goesOn =
      further.has(index) ||
      (note !== undefined && segments.every(({ mark }) => !mark || mark.doubtful) && isMore(index));
    if (goesOn && isFlow(node)) further.add(index);
    if (segments.some(({ mark }) => mark)) note = entry;
    else if (!goesOn && !(under !== undefined && !isFlow(node))) {
      note = undefined;
      if (node.type === "paragraph") textIndent = indentOf(node, source);
    }
  }
  return further;

  function isMore(index: number): boolean {
    const { node, under } = entries[index] as Entry;
    if (!note || !isFlow(node) || isHeading(entries[index])) return false;
    if (under !== undefined || isAdjacent(entries[index - 1]?.node, node)) return true;
    const indent = indentOf(node, source);
    if (indent > textIndent && indent > indentOf(note.node, source)) return true;
    const gap = gapFrom(entries, index, note, calls);
    for (const at of gap) further.add(at);
    return gap.length > 0;
  }
}

function isHeading(entry: Entry | undefined): boolean {
  return entry?.heading === true || entry?.node.type === "heading";
}

function isAdjacent(above: RootContent | undefined, node: RootContent): boolean {
  const end = above?.position?.end.line;
  return end !== undefined && node.position?.start.line === end + 1;
}

/** Blocks from one on up to the next note, if it follows on the note before and is called before that. */
function gapFrom(
  entries: readonly Entry[],
  from: number,
  note: Entry,
  calls: readonly Call[],
): number[] {
  const length = entries
    .slice(from, from + most + 1)
    .findIndex(({ segments }) => segments[0]?.mark);
  const gap = entries.slice(from, from + Math.max(0, length));
  const last = note.segments.at(-1);
  const next = entries[from + length]?.segments[0]?.mark;
  if (length < 1 || !last?.mark || !next || !follows(last.mark, next)) return [];
  if (!gap.every((entry) => isFlow(entry.node) && !isHeading(entry))) return [];
  const place = note.segments[0]?.place;
  const of = calls.filter((call) => !call.doubtful && same(call, next));
  if (!of.some((call) => isBefore(call.place, place))) return [];
  return calls.some((call) => isIn(call, gap) && isCalledHere(call))
    ? []
    : gap.map((_, index) => from + index);

  // The text of another page calls the notes of that page.
  function isCalledHere(call: Call): boolean {
    const rest = entries.slice(from + length).flatMap(({ segments }) => segments);
    return rest.some(({ mark }) => mark && same(call, mark));
  }
}

function isIn({ place }: Call, blocks: readonly Entry[]): boolean {
  return blocks.some(({ node: { position } }) => {
    if (!position || !place) return false;
    return position.start.line <= place.line && place.line <= position.end.line;
  });
}

function follows(one: FoundMark, next: FoundMark): boolean {
  if (one.style !== next.style || next.doubtful) return false;
  return next.kind === "symbol"
    ? one.mark !== next.mark
    : Number(next.mark) === Number(one.mark) + 1;
}
