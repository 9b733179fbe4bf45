// What counts a line is set off by a gap in running text too.
const counter = /^\(?[\p{L}\p{N}.]{1,6}[.)]\s+/u;
const gap = /(?<=\S)(?: {3,}|[ \t]*\t[ \t]*)(?=\S)/gu;
/** Spaces so many nobody lets slip in. */
const widest = /(?<=\S) {8,}(?=\S)/gu;
/** What a gap prints as: a space of its own kind, which is not set as one between words. */
const wide = "\u2003\u2003";

/**
 * Tells whether lines stand in columns made of spaces or tabs, as sums, signatures and lists of names do: most of them have a wide
 * gap. In running text one may have slipped in.
 * @param lines
 *   Lines of a paragraph as typed.
 * @returns
 *   Whether they do.
 */
export function isGapped(lines: readonly string[]): boolean {
  const worded = lines.filter((line) => /[\p{L}\p{N}]/u.test(line));
  const gapped = worded.filter((line) => / {3,}|\t/u.test(line.trim().replace(counter, "")));
  return gapped.length * 2 > worded.length;
}

/**
 * Keeps the gaps of a line to be seen: a browser sets many spaces as one.
 * @param text
 *   Text of a line.
 * @param isGappedLine
 *   Whether it stands in columns; else only gaps wider than any by chance stay.
 * @returns
 *   The same words.
 */
export function withWideGaps(text: string, isGappedLine: boolean): string {
  return text.replace(isGappedLine ? gap : widest, wide);
}
