import { countedLines } from "./counted-lines.ts";
import { isGapped } from "./gaps.ts";
import { labelledLines } from "./labelled-lines.ts";
import { lineIndent } from "./line-indent.ts";
import { far, isMidSentence, type Wrapping, widthWith } from "./wrapping.ts";

/** A line that has room for the next word within it was ended on purpose, whatever the text is wrapped at. */
const short = 60;
/** The share of the width that a text is wrapped at within which the same holds; programs that look ahead leave some room. */
const share = 0.75;
/** The share of that width, besides, within which even a line that goes on was ended on purpose, where no sentence ends. */
const few = 0.4;
const stop = /[.,;:!?…]["”’»)]?\s*$/u;
// Chinese and Japanese set the first line of a paragraph in by such spaces.
const ideographic = /^\u3000+/u;
const label = /^\s*\S{1,20}[:：][ \t]+(?=\S)/u;
/** How much further than what follows a label a line below it may be set in, as few count the spaces. */
const slack = 4;
/** A line that is there to be written on, and the end of one. */
const drawn = /^\s*_{5,}\s*$/u;
const drawnEnd = /(?:_{5}|[.…]{8})\s*$/u;
/** Fewest lines that are verse if each ends in a stop: prose has its own where the line is full. */
const verse = 3;

/**
 * Finds the lines of a paragraph that begin where they do on purpose: those that count on or begin with labels, columns,
 * those whose first word had room in the line above, and with these, as in a poem, lines that go on in a sentence or are set
 * further in, where nothing in the text was wrapped, however long, or the indents go to and fro.
 * @param lines
 *   Lines as typed.
 * @param first
 *   Number of the first of them in the text, from 1.
 * @param wrapping
 *   What is known of the text's lines.
 * @returns
 *   Their indexes.
 */
export function meantBreaks(
  lines: readonly string[],
  first: number,
  { isWrapped, width }: Wrapping,
): ReadonlySet<number> {
  if (isGapped(lines)) return columnBreaks(lines);
  const labelled = labelledLines(lines, (index) => isWrapped(first + index));
  const told = new Set([...countedLines(lines), ...labelled, ...setIn(lines), ...toFillIn(lines)]);
  const room = Math.min(short, width === undefined ? short : share * width);
  const left = Math.min(...lines.map(lineIndent));
  const margin = left < far ? 0 : left;
  const roomy = lines.flatMap((line, index) => {
    const above = lines[index - 1];
    if (above === undefined || told.has(index) || isWrapped(first + index)) return [];
    return widthWith(above, line) - margin <= room ? index : [];
  });
  // By itself such a line may be the rest of the one above, unless that is far too short in a text that is wrapped.
  const isBlock = !lines.some((line) => stop.test(line));
  const sure = roomy.filter((index) => {
    const [above = "", line = ""] = lines.slice(index - 1, index + 1);
    const isShort = isBlock && widthWith(above, line) - margin <= (width ?? 0) * few;
    return (
      !(isMidSentence(above, line) && !isShort) &&
      (isNoFurther(lines, index) || /[:：]\s*$/u.test(above))
    );
  });
  const begun = [...told].filter((index) => index > 0);
  const isUnwrapped = sure.length > 0 && width === undefined;
  const full = isUnwrapped ? lines.flatMap((_, index) => (isBegun(lines, index) ? index : [])) : [];
  const isStopped = lines.length >= verse && lines.every((line) => stop.test(line));
  const isSong = isStopped || isToAndFro(lines) || (sure.length > 0 && left >= 2 * far);
  return new Set([...begun, ...(isUnwrapped || isSong ? roomy : sure), ...full]);
}

/**
 * Finds the lines of a paragraph that are set apart by their form alone: those that count on, or are set in as paragraphs of
 * Chinese are, columns, and labels if there is one before each line.
 * @param lines
 *   Lines as typed.
 * @param first
 *   Number of the first of them in the text, from 1.
 * @param wrapping
 *   What is known of the text's lines.
 * @returns
 *   Their indexes.
 */
export function countedBreaks(
  lines: readonly string[],
  first: number,
  { isWrapped }: Wrapping,
): ReadonlySet<number> {
  if (isGapped(lines)) return columnBreaks(lines);
  const labelled = labelledLines(lines, (index) => isWrapped(first + index));
  const isHead = labelled.length === lines.length && (lines.length > 2 || lines.every(isBold));
  const begun = [...countedLines(lines), ...setIn(lines), ...(isHead ? labelled : [])];
  return new Set(begun.filter((index) => index > 0 && !isWrapped(first + index)));
}

/** Whether a line begins as sentences do, under one that has ended. */
function isBegun(lines: readonly string[], index: number): boolean {
  const [above, line = ""] = [lines[index - 1], lines[index]];
  return above !== undefined && /^\s*[\p{Lu}\p{N}"“«„¿¡]/u.test(line);
}

/** The lines of columns, but for those that go on with the last column of the one above, as in a list of words. */
function columnBreaks(lines: readonly string[]): ReadonlySet<number> {
  const begun = lines.flatMap((line, index) => {
    const above = lines[index - 1];
    const goesOn = above !== undefined && !isGapped([line]) && isMidSentence(above, line);
    return index > 0 && !(goesOn && lineIndent(line) > lineIndent(lines[0] ?? "")) ? index : [];
  });
  return new Set(begun);
}

function isBold(line: string): boolean {
  return /^[\s>]*(?:\*\*|__)/u.test(line);
}

/** Lines that are there to be written on, or below what ends in such a line. */
function toFillIn(lines: readonly string[]): number[] {
  return lines.flatMap((line, index) => {
    return drawn.test(line) || drawnEnd.test(lines[index - 1] ?? "") ? index : [];
  });
}

/** Lines that are set in by the spaces of Han. */
function setIn(lines: readonly string[]): number[] {
  return lines.flatMap((line, index) => (ideographic.test(line) ? index : []));
}

/**
 * Whether a line is set in no further than the first, or than the one above, which is set in itself, or stands right under
 * what follows a label there, as in a list of copies (`cc: …`).
 */
function isNoFurther(lines: readonly string[], index: number): boolean {
  const [first = "", above = "", line = ""] = [lines[0], lines[index - 1], lines[index]];
  const [labelled] = label.exec(above) ?? [];
  const hang = labelled === undefined ? 0 : labelled.length + slack;
  return lineIndent(line) <= Math.max(lineIndent(first), lineIndent(above), hang);
}

// Where a paragraph hangs, or its first line is set in, the others are all set in alike.
function isToAndFro(lines: readonly string[]): boolean {
  const [first = 0, ...others] = lines.map(lineIndent);
  const further = others.findIndex((indent) => indent > first);
  return further >= 0 && others.slice(further).some((indent) => indent <= first);
}
