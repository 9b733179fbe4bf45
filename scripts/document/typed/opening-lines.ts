import type { Paragraph } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { joinLines, linesOf } from "./lines.ts";
import { paragraphOf } from "./paragraph-of.ts";
import { sourceOf } from "./source.ts";
import { withoutCompany } from "./title-line.ts";
import { isMidSentence } from "./wrapping.ts";

/** Most lines of an opening without a blank line in it: a title, who meets, when and where. */
const most = 6;
/** Longest of them, in characters. */
const longest = 72;
const stop = /[.,;。，；。।։]$/u;
const label = /^[^:：]{1,30}[:：](?:\s|$)/u;
// “Report of the” goes on below.
const open = /\s\p{Ll}{1,3}$/u;

/**
 * Parts an opening paragraph of three lines or more, none of which runs on in text: the title, over as many lines as it goes
 * on in, and the others, of which one says when. Without others the title is all of it.
 * @param paragraph
 *   First paragraph of a text.
 * @param value
 *   The file it was parsed from.
 * @param saysWhen
 *   Tells whether a line has a day or a time.
 * @returns
 *   The title, and the others if there are any; nothing where the lines are no such opening, as the address over a letter.
 */
export function partOpeningLines(
  paragraph: Paragraph,
  value: string,
  saysWhen: (line: string) => boolean,
): [title: Paragraph, others?: Paragraph] | undefined {
  const lines = linesOf(paragraph.children, sourceOf(value));
  const texts = lines.map((line) => withoutCompany(textOf(paragraphOf(line.children)).trim()));
  if (lines.length < 3 || lines.length > most) return undefined;
  if (texts.some((text) => text.length > longest || stop.test(text) || label.test(text)))
    return undefined;
  // A message of a chat begins with its time.
  if (/^[[(\p{N}]/u.test(texts[0] ?? "")) return undefined;
  const end = texts.findIndex((text, index) => index > 0 && !goesOn(texts[index - 1] ?? "", text));
  if (end < 0) return lines.length === 3 ? [paragraph] : undefined;
  const others = texts.slice(end);
  // The second line of an address has the number of a house.
  const isAddress = /\p{Nd}/u.test(others[0] ?? "") && !saysWhen(others[0] ?? "");
  if (isAddress || !others.some(saysWhen)) return undefined;
  return [paragraphOf(joinLines(lines.slice(0, end))), paragraphOf(joinLines(lines.slice(end)))];
}

function goesOn(above: string, text: string): boolean {
  return isMidSentence(above, text) || open.test(above);
}
