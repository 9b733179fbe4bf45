import { countedLines } from "./counted-lines.ts";
import { lineIndent } from "./line-indent.ts";
import { isMidSentence, type Wrapping, widthWith } from "./wrapping.ts";

/** A line that has room for the next word within it was ended on purpose, whatever the text is wrapped at. */
const short = 60;
/** The share of the width that a text is wrapped at within which the same holds; programs that look ahead leave some room. */
const share = 0.75;

/**
 * Finds the lines of a paragraph that begin where they do on purpose: those that count on, those whose first word had
 * room in the line above, and with these, as in a poem, lines that go on in a sentence or are set further in, where
 * nothing in the text was wrapped.
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
  const counted = countedLines(lines);
  const room = Math.min(short, width === undefined ? short : share * width);
  const indent = lineIndent(lines[0] ?? "");
  const roomy = lines.flatMap((line, index) => {
    const above = lines[index - 1];
    if (above === undefined || counted.has(index) || isWrapped(first + index)) return [];
    return widthWith(above, line) <= room ? index : [];
  });
  // By itself such a line may be the rest of the one above.
  const sure = roomy.filter((index) => {
    const [above = "", line = ""] = lines.slice(index - 1, index + 1);
    return !isMidSentence(above, line) && lineIndent(line) <= indent;
  });
  const begun = [...counted].filter((index) => index > 0);
  return new Set([...begun, ...(sure.length > 0 && width === undefined ? roomy : sure)]);
}
