import type { Point } from "unist";
import { VFile } from "vfile";
import { complain } from "../complaints/complain.ts";
import { readWithin } from "../world/within.ts";
import type { World } from "../world/world.ts";
import { readWestern } from "./western.ts";
import { withoutControls } from "./without-controls.ts";

const lineFeed = 10;
/** How files of other programs begin that are saved or renamed as text. */
const others: ReadonlyArray<[start: string, kind: string]> = [
  ["PK\u0003\u0004", "a document of a word processor, or an archive"],
  ["\u00d0\u00cf\u0011\u00e0", "an old Word document"],
  ["{\\rtf", "rich text (RTF)"],
  ["%PDF-", "a PDF"],
];
const advice = {
  "file-missing": "Put the file itself into the folder.",
  "file-size": "Split it into several publications.",
  "path-outside": "Put the file itself into the folder.",
};
const exportIt =
  "Open it where it was written and save it as plain text (.txt) with the encoding UTF-8.";
const saveAs = "Open it in a text editor and save it again with the encoding UTF-8.";

/**
 * Reads a text file of a publication.
 * @param world
 *   Disk.
 * @param folder
 *   Absolute path of the folder that no read may leave.
 * @param path
 *   Absolute path; complaints name it.
 * @returns
 *   The file, its `value` a string without byte order mark; `""` with a complaint on it when it could
 *   not be read or is not UTF-8, UTF-16 with a byte order mark, or Windows-1252 beyond doubt.
 */
export async function readText(world: World, folder: string, path: string): Promise<VFile> {
  const file = new VFile({ path, cwd: world.cwd, value: "" });
  const reading = await readWithin(world, folder, path);
  if ("refused" in reading) {
    const barred = reading.refused.startsWith("it cannot be read");
    complain(
      file,
      reading.rule === "file-size" ? "markdown-size" : reading.rule,
      undefined,
      `This file was not read: ${reading.refused}`,
      barred ? "Ask for leave to read it, or copy it to a folder of yours." : advice[reading.rule],
    );
    return file;
  }
  const text = decode(file, reading.bytes);
  if (text !== undefined) file.value = withoutControls(file, withLines(text));
  return file;
}

/** Ends lines as we do that end as on old Macs, which Word offers as well: front matter would be text, its status lost. */
function withLines(text: string): string {
  return text.includes("\r") ? text.replace(/\r+\n/g, "\r\n").replace(/\r(?!\n)/g, "\n") : text;
}

function decode(file: VFile, bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const other = others.find(([sign]) => start.startsWith(sign));
  if (other) {
    complain(
      file,
      "encoding",
      { line: 1, column: 1 },
      `This file is ${other[1]}, not text`,
      exportIt,
    );
    return undefined;
  }
  const marked = markedEncoding(start);
  const wide = marked ? undefined : wideEncoding(start);
  if (wide) {
    complain(file, "encoding", { line: 1, column: 1 }, `This file is ${wide}, not UTF-8`, saveAs);
    return undefined;
  }
  try {
    const text = new TextDecoder(marked ?? "utf-8", { fatal: true }).decode(bytes);
    const nul = text.indexOf("\0");
    if (nul === -1) return text;
    const reason = "This file holds the character NUL, which is not text";
    complain(file, "encoding", pointAt(text, nul), reason, "Delete it, or export the text again.");
  } catch {
    const old = marked ? undefined : readWestern(bytes);
    if (old !== undefined) return warned(file, old);
    const place = marked ? { line: 1, column: 1 } : firstWrong(bytes);
    complain(
      file,
      "encoding",
      place,
      marked
        ? "This file begins as UTF-16 does, but is not all text in UTF-16"
        : "The bytes here are not UTF-8 text",
      saveAs,
    );
  }
  return undefined;
}

/** A text as it is, with a word to know by whether it was read rightly. */
function warned(file: VFile, text: string): string {
  const [word = "", at = 0] = wordOf(text);
  complain(
    file,
    "encoding-old",
    pointAt(text, at),
    `This file is not UTF-8; it was read as Windows-1252, as older programs save it: here as “${word}”`,
    `If that is what stands there, save the file again with the encoding UTF-8, and this warning is gone; if not, do it before you print.`,
  );
  return text;
}

/** The first letter that is not ASCII, else the first such sign, with what stands round it; and where it is. */
function wordOf(text: string): [word: string, at: number] {
  const found = /(?=\p{L})[^\0-\u007F]/u.exec(text) ?? /[^\0-\u007F]/u.exec(text);
  const at = found?.index ?? 0;
  const before = /\S{0,20}$/u.exec(text.slice(0, at))?.[0] ?? "";
  const behind = /^\S{0,20}/u.exec(text.slice(at))?.[0] ?? "";
  return [before + behind, at];
}

/** What a byte order mark says beyond doubt, as Notepad and Word write with “Unicode” text. */
function markedEncoding(start: string): "utf-16le" | "utf-16be" | undefined {
  if (/^\xff\xfe(?!\0\0)/.test(start)) return "utf-16le";
  return start.startsWith("\xfe\xff") ? "utf-16be" : undefined;
}

/** An encoding of two or four bytes a character, by its mark, or by the zeros that Latin letters have in it. */
function wideEncoding(start: string): string | undefined {
  if (/^(?:\xff\xfe\0\0|\0\0\xfe\xff)/.test(start)) return "UTF-32";
  if (/^(?:(?:[^\0]\0){4}|(?:\0[^\0]){4})/.test(start)) return "UTF-16";
  return /^(?:[^\0]\0{3}|\0{3}[^\0]){2}/.test(start) ? "UTF-32" : undefined;
}

// No character of UTF-8 but the line feed itself holds a line feed's byte, so lines decode alone.
function firstWrong(bytes: Uint8Array): Point {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const found = bytes.indexOf(lineFeed, start);
    const end = found === -1 ? bytes.length : found;
    const text = new TextDecoder().decode(bytes.subarray(start, end));
    const wrong = text.indexOf("\u{fffd}");
    if (wrong !== -1) return { line, column: wrong + 1 };
    start = end + 1;
  }
  return { line: 1, column: 1 };
}

function pointAt(text: string, offset: number): Point {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return { line, column: offset - before.lastIndexOf("\n") };
}
