import type { List, Paragraph, PhrasingContent, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Point } from "unist";
import { leadOf } from "./lead.ts";
import { leadingMark } from "./leading-mark.ts";
import { leadingNumber } from "./leading-number.ts";
import { joinLines, type Line, linesOf } from "./lines.ts";
import type { FoundMark } from "./marks.ts";
import type { Source } from "./source.ts";
import { withoutMark } from "./without-mark.ts";

/** Some lines of a block: a note with its mark, or what comes before the first mark. */
export interface Segment {
  mark: FoundMark | undefined;
  /** Without the mark. */
  content: PhrasingContent[];
  /** With it. */
  typed: PhrasingContent[];
  /** Blocks that belong to it, after its first paragraph. */
  more: RootContent[];
  place: Point | undefined;
}

/** Where a block stands. */
export interface Standing {
  /** Under a heading for notes: lists and emphasised paragraphs may be notes. */
  underHeading: boolean;
  /** The number that lines may begin with bare if they are notes. */
  counts: number | undefined;
  /** Said to follow, by a colon: a list is then no note. */
  announced: boolean;
}

/**
 * Parts a block into the notes it may hold: one for each line that begins with a mark.
 * @param node
 *   Block at the top of the manuscript.
 * @param source
 *   Text of the file.
 * @param standing
 *   Where it stands.
 * @returns
 *   Segments in order; none when it can't hold notes.
 */
export function segmentsOf(node: RootContent, source: Source, standing: Standing): Segment[] {
  const { announced, counts, underHeading } = standing;
  if (node.type === "paragraph") {
    const lines = linesOf(node.children, source);
    const marks = lines.map((line) => leadingMark(line.children));
    const isMarked = marks.some(Boolean) || counts === undefined;
    const segments = segmentsOfLines(lines, isMarked ? marks : numbers(lines, counts), source);
    const [only] = segments;
    if (underHeading && only && !only.mark && segments.length === 1 && isStarred(node, source)) {
      // `*The whole note*`: the mark and the emphasis are one asterisk.
      Object.assign(only, { mark: star(true), place: node.position?.start });
    }
    return segments;
  }
  if (node.type !== "list") return [];
  const counted = underHeading || (node.start ?? 1) === counts;
  if (node.ordered ? !counted : announced && !underHeading) return [];
  return segmentsOfList(node, source, !underHeading);
}

/** Bare numbers that count on from one; a line may also begin with any other. */
function numbers(lines: readonly Line[], from: number): Array<FoundMark | undefined> {
  let next = from;
  return lines.map((line, index) => {
    const found = leadingNumber(line.children);
    if (found?.mark !== String(next) || (index > 0 && next === from)) return undefined;
    next++;
    return found;
  });
}

function segmentsOfLines(
  lines: readonly Line[],
  marks: ReadonlyArray<FoundMark | undefined>,
  source: Source,
  given?: FoundMark,
): Segment[] {
  const segments: Array<{ mark: FoundMark | undefined; lines: Line[] }> = [];
  for (const [index, line] of lines.entries()) {
    const last = segments.at(-1);
    if (last && !marks[index]) last.lines.push(line);
    else segments.push({ mark: marks[index], lines: [line] });
  }
  return segments.map(({ mark, lines }) => {
    const typed = joinLines(lines);
    const content = mark && mark !== given ? withoutMark(typed, mark, source) : typed;
    const place = (leadOf(typed)?.text ?? typed[0])?.position?.start;
    // A mark alone on its line is no note.
    const empty = textOf({ type: "paragraph", children: content }).trim() === "";
    return { mark: empty ? undefined : mark, content, typed, more: [], place };
  });
}

function segmentsOfList(list: List, source: Source, doubtful: boolean): Segment[] {
  const starred = source.slice(list).startsWith("*");
  if (!list.ordered && !(starred && list.children.length === 1)) return [];
  return list.children.flatMap((item, index) => {
    const [first, ...more] = item.children;
    if (first?.type !== "paragraph") return [];
    const mark = list.ordered ? number((list.start ?? 1) + index) : star(doubtful);
    const lines = linesOf(first.children, source);
    const marks = lines.map((line, at) => (at === 0 ? mark : leadingMark(line.children)));
    const segments = segmentsOfLines(lines, marks, source, mark);
    if (segments[0]) segments[0].place = item.position?.start;
    segments.at(-1)?.more.push(...more);
    return segments;
  });
}

function isStarred(paragraph: Paragraph, source: Source): boolean {
  const [only] = paragraph.children;
  return (
    paragraph.children.length === 1 &&
    only?.type === "emphasis" &&
    source.slice(only).startsWith("*") &&
    textOf(only).trim() !== ""
  );
}

function star(doubtful: boolean): FoundMark {
  return { style: "symbol", kind: "symbol", mark: "*", typed: "*", index: 0, doubtful };
}

function number(value: number): FoundMark {
  const mark = String(value);
  return { style: "list", kind: "number", mark, typed: `${mark}.`, index: 0, doubtful: true };
}
