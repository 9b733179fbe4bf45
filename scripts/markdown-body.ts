import type { Manuscript } from "./types.ts";

/**
 * The text of a manuscript as it is parsed: front matter is blanked out, so that every position stays that of the file.
 * So are page breaks of other programs (form feeds): a line that holds no more is blank.
 * @param manuscript
 *   Manuscript.
 */
export function markdownBody({ bodyOffset, file }: Manuscript): string {
  const value = String(file.value);
  const body = value.slice(bodyOffset).replaceAll("\f", " ");
  return value.slice(0, bodyOffset).replace(/[^\r\n]/g, " ") + body;
}
