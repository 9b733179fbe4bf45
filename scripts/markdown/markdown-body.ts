import type { Manuscript } from "../types.ts";

// Word processors and web pages leave a space that shows nothing in a line between paragraphs.
const blankLine = /^[\p{Zs}\t\u200B\u2060\uFEFF]+$/gmu;

/**
 * The text of a manuscript as it is parsed: front matter is blanked out, so that every position stays that of the file.
 * So are page breaks of other programs (form feeds), and lines of nothing but spaces of any kind: they are blank.
 * @param manuscript
 *   Manuscript.
 */
export function markdownBody({ bodyOffset, file }: Manuscript): string {
  const value = String(file.value);
  const body = value
    .slice(bodyOffset)
    .replaceAll("\f", " ")
    .replace(blankLine, (line) => " ".repeat(line.length));
  return value.slice(0, bodyOffset).replace(/[^\r\n]/g, " ") + body;
}
