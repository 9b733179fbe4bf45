import type { PhrasingContent, Text } from "mdast";
import { lineIndent } from "./line-indent.ts";
import type { Source } from "./source.ts";

/** One typed line of a paragraph, and the line break before it (none for the first). */
export interface Line {
  children: PhrasingContent[];
  before: PhrasingContent[];
}

// Word's line break in a paragraph reaches us as U+2028 or a vertical tab.
const lineBreak = /(\r\n|[\n\r\u2028\v])/u;

/**
 * Parts the content of a paragraph into the lines it was typed in. A line break inside emphasis or
 * a link doesn't count.
 * @param children
 *   Content of the paragraph.
 * @param source
 *   Text of the file, for the places of the parts.
 * @returns
 *   Lines; putting `before` and `children` together again gives the content.
 */
export function linesOf(children: readonly PhrasingContent[], source: Source): Line[] {
  let line: Line = { children: [], before: [] };
  const lines = [line];
  const next = (before: PhrasingContent) => {
    line = { children: [], before: [before] };
    lines.push(line);
  };

  for (const child of children) {
    if (child.type === "break") next(child);
    else if (child.type !== "text") line.children.push(child);
    else {
      for (const part of partsOf(child, source)) {
        if (lineBreak.test(part.value)) next(part);
        else if (part.value) line.children.push(part);
      }
    }
  }
  return lines;
}

/**
 * Puts lines together again.
 * @param lines
 *   Lines in order.
 * @returns
 *   Content of one paragraph; the break before its first line is left out.
 */
export function joinLines(lines: readonly Line[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const child of lines.flatMap((line, index) => [
    ...(index ? line.before : []),
    ...line.children,
  ])) {
    const last = joined.at(-1);
    if (last?.type === "text" && child.type === "text") joined.splice(-1, 1, merge(last, child));
    else joined.push(child);
  }
  return joined;
}

function merge(one: Text, other: Text): Text {
  const start = one.position?.start;
  const end = other.position?.end;
  const value = one.value + other.value;
  return { type: "text", value, ...(start && end && { position: { start, end } }) };
}

function partsOf(text: Text, source: Source) {
  const parts = text.value.split(lineBreak);
  if (parts.length === 1 || !text.position) return parts.map((value) => ({ ...text, value }));
  const typed = source.slice(text).split(lineBreak);
  let at = text.position.start;
  return parts.map((value, index) => {
    const line = typed[index] ?? value;
    // A line loses its indent when it is parsed, all but no-break spaces.
    const start = source.after(at, Math.max(0, lineIndent(line) - lineIndent(value)));
    const end = source.after(at, line.length);
    at = end;
    return { ...text, value, position: { start, end } };
  });
}
