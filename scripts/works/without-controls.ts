import type { VFile } from "vfile";
import { location } from "vfile-location";
import { complain } from "../complaints/complain.ts";
import { highMarks } from "../tables/western-letters.ts";

/** All but tabs and what ends a line or a page. */
const control = /(?![\t-\r\u0085])\p{Cc}/gu;
/** What Word and readers of PDFs mean by some when a text is copied out of them: hyphens. */
const meant: Readonly<Record<string, string>> = {
  "\u0002": "\u00AD",
  "\u001E": "\u2011",
  "\u001F": "\u00AD",
};

/**
 * Leaves out of a text what is no character of any: marks that programs set for themselves. A byte order mark within a
 * text, where files were joined, joins words no more than a word joiner does.
 * @param file
 *   File that the warning goes on, at the first of them; it learns what is left out, so that places told are its own.
 * @param text
 *   Its text.
 */
export function withoutControls(file: VFile, text: string): string {
  const found = [...text.matchAll(control)];
  const [first] = found;
  if (first) report(file, text, first.index, found.length - 1);
  file.data.leftOut = leftOut(text);
  return text
    .replace(control, readAs)
    .replace(/^\uFEFF+/gm, "")
    .replaceAll("\uFEFF", "\u2060");
}

/** Where what follows each sign left out is in what is left. */
function leftOut(text: string): Array<{ line: number; column: number }> {
  const found = [...text.matchAll(/(?![\t-\r\u0085])\p{Cc}|(?<=^\uFEFF*)\uFEFF/gmu)].filter(
    ([sign]) => sign === "\uFEFF" || readAs(sign) === "",
  );
  const points = location(text);
  let [line, before] = [0, 0];
  return found.flatMap(({ index }) => {
    const point = points.toPoint(index);
    if (!point) return [];
    before = point.line === line ? before + 1 : 0;
    line = point.line;
    return { line, column: point.column - before };
  });
}

function readAs(sign: string): string {
  const mark = highMarks[sign.charCodeAt(0) - 0x80] ?? "";
  return meant[sign] ?? (mark === sign ? "" : mark);
}

function report(file: VFile, text: string, at: number, others: number): void {
  const sign = text[at] as string;
  const number = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  const read = readAs(sign);
  const does = /[\u00AD\u2011]/.test(read)
    ? "is read as a hyphen"
    : read
      ? `is read as “${read}”`
      : "is left out";
  const around = [/\S{0,20}$/.exec(text.slice(0, at)), /^\S{0,20}/.exec(text.slice(at))];
  const word = around.join("").replace(control, readAs).replaceAll("\u00AD", "");
  const more =
    others > 0 ? `; so ${others === 1 ? "is 1 more" : `are ${others} more`} like it` : "";
  complain(
    file,
    "text-control",
    location(text).toPoint(at),
    `The character U+${number} is no text and ${does}${word && `, in “${word}”`}${more}`,
    "Look whether the words there are whole; such characters come along when text is copied out of a PDF or an old program.",
  );
}
