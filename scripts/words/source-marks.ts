import { sourceLines } from "../markdown/source-lines.ts";
import { addBorder, addSpelling, addText, call, type Letters } from "./letters.ts";
import type { Removed, RemovedMarks } from "./removed-marks.ts";

/** What is known of a text that may hold marks. */
interface Context {
  /** Whether it is the first of its block. */
  first: boolean;
  /** Marks that a footnote or a list item now stands for. */
  removed: RemovedMarks;
  /** Indent of each line of the file, which the value of a text has lost. */
  indents: readonly number[];
  /** Where it starts. */
  start: { line: number; column: number };
}

const bracketed = String.raw`\[(?:\p{Nd}{1,3}|[ivxl]{1,6})\]|[［〔【]\p{Nd}{1,3}[］〕】]|\(\p{Nd}{1,3}\)|[①-⑳]|※\p{Nd}{1,2}`;
const marks = new RegExp(String.raw`(?:[⁰¹²³⁴-⁹]+|([*†‡§‖¶])\1*)[)⁾]?|${bracketed}`, "gu");
// A raised figure that is raised no more; it may be all of a link.
const figure = /(?<=^|[\p{Ll}.,;:!?…"'”’»)\]] ?)\p{Nd}{1,3}(?![\p{L}\p{N}])/gu;
const lead = new RegExp(
  String.raw`(?:^|(?<=[\n\r\u2028\v]))(?:[^\S\n\r]|\p{Cf})*((?:[⁰¹²³⁴-⁹]+|([*†‡§‖¶])\2*|${bracketed})(?:[.):⁾](?=[^\S\n\r\u2028\v]))?|\p{Nd}{1,3}(?:[.)]?-|[.)]|[^\S\n\r\u2028\v]?[–—-])?|[•●▪‣◦○■➢❖►➤⁃·–—・\uF0B7]|[o§](?=\t|[\u00A0 ]{2}))`,
  "gu",
);

/**
 * Adds text in which a mark may be the call of a note, and a mark at the start of a line may be gone.
 * @param letters
 *   Account.
 * @param value
 *   The text.
 * @param chunk
 *   Which chunk it is.
 * @param context
 *   What is known of it.
 */
export function addMarkedText(
  letters: Letters,
  value: string,
  chunk: number,
  context: Context,
): void {
  const leads = leadsOf(value, context);
  const { removed, start } = context;
  const isHere = (one: string) =>
    removed.byLine
      .get(start.line)
      ?.some(({ place, text }) => text === one && place?.column === start.column);
  const figures = [...value.matchAll(figure)].filter(({ 0: one, index }) => {
    return index === 0 ? isHere(one) : removed.texts.has(one);
  });
  const found = [...value.matchAll(marks), ...figures].map((one) => [one.index, one[0]] as const);
  const all = new Map<number, string>([...found, ...leads]);
  let from = 0;
  for (const [index, mark] of [...all].sort(([one], [other]) => one - other)) {
    if (index < from) continue;
    addText(letters, value.slice(from, index), chunk, from);
    // A bracket behind a mark may be gone with it: `*)`. The longer spelling is tried first.
    const end = /[)⁾]$/u.exec(mark)?.[0] ?? "";
    if (leads.has(index)) addBorder(letters);
    else addSpelling(letters, { typed: mark, others: [call + end, call] }, chunk, index);
    from = index + mark.length;
  }
  addText(letters, value.slice(from), chunk, from);
}

// Marks at the start of a line that stand for a note or a list item now.
function leadsOf(value: string, { first, indents, removed, start }: Context): Map<number, string> {
  const leads = new Map<number, string>();
  let { line, column } = start;
  let [from, hasLines] = [0, false];
  for (const match of value.matchAll(lead)) {
    const mark = match[1] ?? "";
    const index = match.index + match[0].length - mark.length;
    const between = value.slice(from, index);
    const [one = "", ...others] = sourceLines(between);
    hasLines ||= others.length > 0 || /[\u2028\v]/u.test(between);
    line += others.length;
    const last = others.at(-1);
    column = last === undefined ? column + one.length : last.length + 1 + (indents[line - 1] ?? 0);
    from = index;
    // Where no-break spaces come before a mark, its place is the first of them.
    const spaces = match[0].length - mark.length;
    const isHere = ({ text, place }: Removed) =>
      text === mark && place && place.column <= column && place.column >= column - spaces;
    if ((first || hasLines) && removed.byLine.get(line)?.some(isHere)) leads.set(index, mark);
  }
  return leads;
}
