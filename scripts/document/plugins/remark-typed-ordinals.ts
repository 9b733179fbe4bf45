import type { Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import type { LanguageRow } from "../../languages/language.ts";
import { isDate, saysWhen } from "../typed/day-line.ts";
import { extentOf } from "../typed/extent-of.ts";
import { itemLine } from "../typed/item-line.ts";
import { joinLines } from "../typed/lines.ts";
import { type Source, sourceOf } from "../typed/source.ts";

/** Longest name under what its bearer says or writes, in characters. */
const longest = 60;

/**
 * Reads lines of a `.txt` file that begin with an ordinal or a hyphen, and are a list of one item to Markdown, as text: a date
 * (`12. Mai 2024`), and what stands right under another line, as an office under a name (`1. Vorsitzende`) or who said it
 * (`- A neighbour`). In any file, several days (`3. März: …`, `10. März: …`) whose numbers do not count on.
 * @param options
 *   `languages`: rows whose names for months are known.
 * @returns
 *   Transform; `typed-breaks`. Runs before what looks at numbers of lists.
 */
export function remarkTypedOrdinals({ languages }: { languages: readonly LanguageRow[] }) {
  return (tree: Root, file: VFile): void => {
    const source = sourceOf(String(file));
    const isPlain = file.extname === ".txt";
    const children: RootContent[] = [];
    const days: RootContent[] = [];
    for (const node of tree.children) {
      const above = children.at(-1);
      const line = isPlain ? ordinalLine(node, source) : undefined;
      if (line && isUnder(above, line)) children.splice(-1, 1, joined(above, line));
      else if (line && isDay(source.slice(node), languages)) children.push(line);
      else {
        const lines = daysOf(node, source, languages);
        children.push(...(lines ?? [node]));
        if (lines) days.push(node);
      }
    }
    tree.children = children;
    if (days.length === 0) return;
    const reason = "Kept lines that begin with days as typed: a list would count on from the first";
    complain(file, "typed-breaks", days[0], reason);
  };
}

/** A list of days, whose numbers Markdown would count on from the first, as paragraphs of lines. */
function daysOf(
  node: RootContent,
  source: Source,
  languages: readonly LanguageRow[],
): Paragraph[] | undefined {
  if (node.type !== "list" || !node.ordered || node.children.length < 2) return undefined;
  const numbers = node.children.map((item) => Number.parseInt(source.slice(item), 10));
  // Most lists count on: names of months need not be known for these.
  if (numbers.every((number, index) => number === (numbers[0] ?? 0) + index)) return undefined;
  if (!node.children.every((item) => isDay(source.slice(item), languages))) return undefined;
  const lines = node.children.flatMap((item) => itemLine(item, source) ?? []);
  if (lines.length < numbers.length) return undefined;
  const paragraphs: Paragraph[] = [];
  for (const line of lines) {
    const above = paragraphs.at(-1);
    if (isUnder(above, line)) paragraphs.splice(-1, 1, joined(above, line, { type: "break" }));
    else paragraphs.push(line);
  }
  return paragraphs;
}

/** The line that a list of one item was typed as. */
function ordinalLine(node: RootContent, source: Source): Paragraph | undefined {
  if (node.type !== "list" || node.children.length > 1) return undefined;
  if (!node.ordered && !isName(source.slice(node))) return undefined;
  const [item] = node.children;
  return item && itemLine(item, source);
}

function isName(line: string): boolean {
  return line.startsWith("-") && line.length <= longest && !/[.,;:\n\r]$/u.test(line.trim());
}

function isUnder(above: RootContent | undefined, line: Paragraph): above is Paragraph {
  if (above?.type !== "paragraph" || /[:：]$/u.test(textOf(above).trim())) return false;
  return above.position?.end.line === (line.position?.start.line ?? 0) - 1;
}

function joined(above: Paragraph, line: Paragraph, end?: PhrasingContent): Paragraph {
  const ends = above.position?.end;
  const newline: PhrasingContent = {
    type: "text",
    value: "\n",
    ...(ends && line.position && { position: { start: ends, end: line.position.start } }),
  };
  return {
    type: "paragraph",
    children: joinLines([
      { before: [], children: above.children },
      { before: [end ?? newline], children: line.children },
    ]),
    ...extentOf([above, line]),
  };
}

/** Whether a line is a date, alone or before what is then. */
function isDay(line: string, languages: readonly LanguageRow[]): boolean {
  const [day = ""] = line.split(/[,:;–—]|\s-\s/u);
  const [, begins = ""] = /^(\p{Nd}+\.\s*\p{L}+)/u.exec(line) ?? [];
  return isDate(line, languages) || isDate(day, languages) || saysWhen(begins, languages);
}
