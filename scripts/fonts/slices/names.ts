import { words } from "./sfnt.ts";

/**
 * A table `name`.
 * @param postscript
 *   PostScript name, family and style apart by a hyphen.
 * @param copyright
 *   The font's own notice.
 * @returns
 *   The table: notice, family, style, full name and PostScript name, in English for Windows.
 */
export function nameTable(postscript: string, copyright: string): Uint8Array {
  const [family = "", style = ""] = postscript.split("-");
  const names: [id: number, text: string][] = [
    [0, copyright],
    [1, family],
    [2, style],
    [4, `${family} ${style}`],
    [6, postscript],
  ];
  const records: number[] = [];
  const letters: number[] = [];
  for (const [id, text] of names) {
    records.push(3, 1, 0x409, id, 2 * text.length, 2 * letters.length);
    for (let at = 0; at < text.length; at++) letters.push(text.charCodeAt(at));
  }
  return words([0, names.length, 6 + 2 * records.length, ...records, ...letters]);
}
