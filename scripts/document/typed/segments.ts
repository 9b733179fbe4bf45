import type { List, Paragraph, PhrasingContent, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Point } from "unist";
import { joinLines, type Line, linesOf } from "./lines.ts";
import { type FoundMark, leadingMark } from "./marks.ts";
import type { Source } from "./source.ts";

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
  /** With nothing but notes after it: a list of one asterisk may be a note. */
  ends: boolean;
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
export function segmentsOf(
  node: RootContent,
  source: Source,
  { underHeading, ends }: Standing,
): Segment[] {
  if (node.type === "paragraph") {
    const segments = segmentsOfParagraph(node, source);
    const [only] = segments;
    if (underHeading && only && segments.length === 1 && isStarred(node, source)) {
      // `*The whole note*`: the mark and the emphasis are one asterisk.
      only.mark = star(true);
    }
    return segments;
  }
  if (node.type !== "list" || !(underHeading || (ends && !node.ordered))) return [];
  return segmentsOfList(node, source, !underHeading);
}

function segmentsOfParagraph(paragraph: Paragraph, source: Source, first?: FoundMark): Segment[] {
  const segments: Array<{ mark: FoundMark | undefined; lines: Line[] }> = [];
  for (const line of linesOf(paragraph.children, source)) {
    const mark = segments.length === 0 && first ? first : markOf(line);
    const last = segments.at(-1);
    if (last && !mark) last.lines.push(line);
    else segments.push({ mark, lines: [line] });
  }
  return segments.map(({ mark, lines }) => {
    const typed = joinLines(lines);
    const content = mark && mark !== first ? withoutMark(typed, mark, source) : typed;
    const place = typed[0]?.position?.start;
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
    const place = item.position?.start;
    const mark = list.ordered ? number((list.start ?? 1) + index) : star(doubtful);
    const segments = segmentsOfParagraph(first, source, mark);
    if (segments[0]) segments[0].place = place;
    segments.at(-1)?.more.push(...more);
    return segments;
  });
}

function markOf(line: Line): FoundMark | undefined {
  const [first] = line.children;
  return first?.type === "text" ? leadingMark(first.value) : undefined;
}

function withoutMark(typed: PhrasingContent[], mark: FoundMark, source: Source) {
  const [first, ...rest] = typed;
  if (first?.type !== "text") return typed;
  const start = mark.index + mark.typed.length;
  const value = first.value.slice(start).replace(/^\s+/u, "");
  const position = first.position && {
    start: source.after(first.position.start, first.value.length - value.length),
    end: first.position.end,
  };
  return value ? [{ ...first, value, ...(position && { position }) }, ...rest] : rest;
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
