import type { PhrasingContent } from "mdast";
import { leadOf } from "./lead.ts";
import { type FoundMark, isSection, marks, readMark } from "./marks.ts";

const mark = new RegExp(`^(?<before>[\\s\\p{Cf}]*)(?:${marks.source})`, "u");
// The mark may end in a point or a bracket: `¹.`, `*)`, `[1]:`.
const ending = /^[.):⁾](?=\s)/u;
const capital = /^["'“‘«„]?[\p{Lu}\p{Lo}]/u;

/**
 * Reads the mark a line of a note begins with.
 * @param children
 *   Content of the line.
 * @returns
 *   The mark, with the point or bracket that ends it.
 */
export function leadingMark(children: readonly PhrasingContent[]): FoundMark | undefined {
  const { text, value = "" } = leadOf(children) ?? {};
  const match = mark.exec(value);
  if (!text || !match || match[0].length > text.value.length) return undefined;
  const index = match.groups?.before?.length ?? 0;
  const typed = match[0].slice(index);
  const found = readMark({ ...match, 0: typed, index });
  const rest = value.slice(match[0].length);
  const isBracket = found.style === "bracket" || found.style === "round";
  const [end = ""] = ending.exec(rest) ?? [];
  // Chinese is typed without spaces, and a note may begin with a figure.
  const isOpen = typed.startsWith("[") || typed.startsWith("(");
  const begins = isOpen ? capital.test(rest) : /^\S/u.test(rest);
  if (isBracket && end === "" && !/^\s+\S/u.test(rest) && !begins) return undefined;
  if (isSection(found.typed) && /^\s*\p{N}/u.test(rest)) return undefined;
  if (/^(?:[⁰¹²³⁴-⁹*†‡§‖¶]|[.):⁾]\s*$)/u.test(rest)) return undefined;
  const room = text.value.length - match[0].length;
  return { ...found, typed: typed + (room > 0 ? end : "") };
}
