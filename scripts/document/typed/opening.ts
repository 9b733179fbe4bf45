import type { Paragraph } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { sourceLines } from "../../markdown/source-lines.ts";
import { linesOf } from "./lines.ts";
import { paragraphOf } from "./paragraph-of.ts";
import { sourceOf } from "./source.ts";
import { wrappingOf } from "./wrapping.ts";

/**
 * Parts an opening paragraph of two lines where its author ended the first on purpose: the next word would have had
 * room on it, as wide as the lines of the text are.
 * @param paragraph
 *   First paragraph of a text.
 * @param value
 *   The file it was parsed from.
 * @param least
 *   Width within which the next word had room where nothing in the text is wrapped.
 * @returns
 *   A paragraph for each of the lines; nothing where the break is only where the line was full.
 */
export function partOpening(
  paragraph: Paragraph,
  value: string,
  least = 0,
): [Paragraph, Paragraph] | undefined {
  const [first, second, ...others] = linesOf(paragraph.children, sourceOf(value));
  if (!first || !second || others.length > 0 || !paragraph.position) return undefined;
  const [one, two] = [paragraphOf(first.children), paragraphOf(second.children)] as const;
  const rest = sourceLines(value).slice(paragraph.position.end.line);
  const { width: wrapped } = wrappingOf(rest);
  const width = Math.max(wrapped ?? least, ...rest.map((line) => line.trim().length));
  const [next = ""] = textOf(two).trim().split(/\s/u);
  const last = textOf(one).trim().split(/\s/u).at(-1) ?? "";
  // A small word, such as “of”, begins what the next line ends.
  const ends = textOf(one).trim().length + 1 + next.length <= width && !/^\p{Ll}{1,3}$/u.test(last);
  // Word's line break is never where a line was full.
  return ends || /[\u2028\v]/u.test(textOf({ type: "paragraph", children: second.before }))
    ? [one, two]
    : undefined;
}
