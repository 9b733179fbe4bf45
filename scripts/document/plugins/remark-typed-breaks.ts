import type { Break, Nodes, Paragraph, Parents, Root, Text } from "mdast";
import type { Point } from "unist";
import { SKIP, visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import { sourceLines } from "../../markdown/source-lines.ts";
import { isGapped, withWideGaps } from "../typed/gaps.ts";
import { countedBreaks, meantBreaks } from "../typed/meant-breaks.ts";
import { type Source, sourceOf } from "../typed/source.ts";
import { wrappingOf } from "../typed/wrapping.ts";

// Word's line break in a paragraph reaches us as U+2028 or a vertical tab.
const ownBreak = /[\u2028\v]/u;
const sign = /([\u2028\v]|\r\n|\r|\n)/u;

/**
 * Keeps the ends of lines that were typed on purpose: line breaks of a word processor and those before lines that count on, as
 * points of a law do; in a `.txt` file also those of addresses, verses, columns, whose gaps stay too. Others only end a full
 * line, and are joined.
 * @returns
 *   Transform; runs after what reads lines.
 */
export function remarkTypedBreaks() {
  return (tree: Root, file: VFile): undefined => {
    const lines = sourceLines(String(file));
    const isPlain = file.extname === ".txt";
    const find = isPlain ? meantBreaks : countedBreaks;
    const wrapping = wrappingOf(lines);
    const source = sourceOf(String(file));
    const kept: Point[] = [];
    visit(tree, "paragraph", (node) => {
      const own = linesFor(node, lines);
      const first = node.position?.start.line ?? 1;
      const meant = new Set([...find(own, first, wrapping)].map((index) => first + index));
      kept.push(...keepBreaks(node, { meant, lines, source }));
      const isColumns = isGapped(own);
      if (isPlain || (own.length > 1 && isColumns)) widenGaps(node, isColumns);
      return SKIP;
    });
    if (kept.length === 0) return;
    const what = `${kept.length} line ${kept.length > 1 ? "breaks" : "break"}`;
    complain(file, "typed-breaks", kept[0], `Kept ${what} as typed`);
  };
}

/** Lines a paragraph was typed in. */
function linesFor({ position }: Paragraph, lines: readonly string[]): string[] {
  return position ? lines.slice(position.start.line - 1, position.end.line) : [];
}

function widenGaps(node: Paragraph, isColumns: boolean): void {
  visit(node, "text", (text) => {
    text.value = withWideGaps(text.value, isColumns);
  });
}

interface Context {
  /** Numbers of the lines that begin on purpose. */
  meant: ReadonlySet<number>;
  lines: readonly string[];
  source: Source;
}

/** Puts breaks into a paragraph; gives the places of what they end. */
function keepBreaks(node: Parents, context: Context): Point[] {
  const places: Point[] = [];
  const children = (node.children as Nodes[]).flatMap((child): Nodes[] => {
    const parts = child.type === "text" ? partText(child, context) : [child];
    if ("children" in child) places.push(...keepBreaks(child, context));
    for (const [index, part] of parts.entries()) {
      const start = (parts[index - 1] ?? child).position?.start;
      if (part.type === "break" && part !== child && start) places.push(start);
    }
    return parts;
  });
  node.children = children as typeof node.children;
  return places;
}

function partText(text: Text, { lines, meant, source }: Context): Array<Text | Break> {
  if (!text.position || !isByLine(text)) return [text];
  const { end } = text.position;
  let { start } = text.position;
  let { line } = start;
  let value = "";
  const parts: Array<Text | Break> = [];
  for (const [index, piece] of text.value.split(sign).entries()) {
    const isSign = index % 2 === 1;
    if (isSign) line += sourceLines(piece).length - 1;
    if (isSign && (ownBreak.test(piece) || meant.has(line))) {
      const indent = /^[\s>]*/u.exec(lines[line - 1] ?? "")?.[0].length ?? 0;
      const next = ownBreak.test(piece) ? start : source.at(line, indent + 1);
      value = value.trimEnd();
      if (value) parts.push({ type: "text", value, position: { start, end: next } });
      parts.push({ type: "break" });
      [start, value] = [next, ""];
    } else value += value === "" && parts.length > 0 ? piece.trimStart() : piece;
  }
  return value ? [...parts, { ...text, value, position: { start, end } }] : parts;
}

/** Whether the lines of a text are those of its source: one may be written `&#10;`. */
function isByLine({ position, value }: Text): boolean {
  const { start, end } = position ?? {};
  return sourceLines(value).length - 1 === (end?.line ?? 0) - (start?.line ?? 0);
}
