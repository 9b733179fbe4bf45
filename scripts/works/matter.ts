import type { Point } from "unist";
import type { VFile } from "vfile";
import { complain } from "../complaints/complain.ts";
import { type FrontMatter, frontMatter } from "./schema.ts";
import { sayMarks } from "./typed-marks.ts";
import { checkYaml } from "./yaml.ts";

/** How a line of front matter begins. */
const key = /^[A-Za-z_]+:( |\r?\n)/;

const names = Object.keys(frontMatter.entries).join("|");
/** Lines that would be front matter under the right first line: Word makes dashes of hyphens, pasting adds lines and signs that nobody sees. */
const fenced = new RegExp(
  `^[\\s\\p{Cf}]*(?:[-–—]+|\\+{3}|(?:\`{3}|~{3})ya?ml)[ \\t]*\\r?\\n\\s*(?:${names})[ \\t]*[:=：]`,
  "iu",
);
const unfenced = new RegExp(`^[\\s\\p{Cf}]*(?:(?:${names}): .*\\r?\\n){2}`, "u");

/** What a text says of itself, and where its body begins. */
export interface TextMatter {
  values: FrontMatter;
  /** Characters of the file before the body. */
  bodyOffset: number;
}

/**
 * Reads the front matter of a text: YAML between a first line `---` and the next such line.
 * @param file
 *   File with a string for its value; complaints go on it, at their line and column.
 * @returns
 *   Checked values; none when there is no front matter or it has a fault.
 */
export function readMatter(file: VFile): TextMatter {
  const text = String(file);
  const opening = /^---(?!-)[ \t]*([^\r\n]*)(\r\n|\n)/.exec(text);
  const closing = opening && /^---[ \t]*(\r\n|\n|$)/m.exec(text.slice(opening[0].length));
  if (!opening) return disguised(file, text);
  const rest = text.slice(opening[0].length);
  // A first line `---` that nothing closes, or over a blank line and text, is a rule across the page.
  const language = opening[1]?.trim() ?? "";
  if (!closing) return isName(language) ? unclosed(file, rest) : disguised(file, text);
  if (/^[ \t]*\r?\n/.test(rest) && !key.test(rest.trimStart()))
    return { values: {}, bodyOffset: 0 };
  const start = opening[0].length;
  const bodyOffset = start + closing.index + closing[0].length;
  if (language) return otherLanguage(file, language, bodyOffset);
  const yaml = text.slice(start, start + closing.index);
  const values = checkYaml(file, yaml, 2, frontMatter) ?? {};
  if (values.writing === "vertical") vertical(file, yaml);
  sayMarks(file, yaml, values);
  return { values, bodyOffset };
}

// What is meant as a status and printed as a text would let a draft go unmarked.
function disguised(file: VFile, text: string): TextMatter {
  if (fenced.test(text) || unfenced.test(text)) {
    const line = text.slice(0, text.search(/\S/)).split("\n").length;
    complain(
      file,
      "front-matter-syntax",
      { line, column: 1 },
      "This looks like front matter, but the file does not begin with the line ---",
      "Type three hyphens anew as the first line, with nothing above it, and put the same line after the last key.",
    );
  }
  return { values: {}, bodyOffset: 0 };
}

function unclosed(file: VFile, rest: string): TextMatter {
  if (key.test(rest)) {
    complain(
      file,
      "front-matter-syntax",
      top(),
      "The front matter begins here and does not end",
      "Put a line with only --- after the last of it.",
    );
  }
  return { values: {}, bodyOffset: 0 };
}

// “--- Forwarded message ---” names no language; front matter mostly names none.
function isName(language: string): boolean {
  return /^(?:[A-Za-z][\w+-]*)?$/.test(language);
}

// Some tools run code found here; we read YAML and nothing else.
function otherLanguage(file: VFile, language: string, bodyOffset: number): TextMatter {
  if (!isName(language)) return disguised(file, String(file));
  complain(
    file,
    "front-matter-language",
    top(),
    `Front matter in “${language}” is not read`,
    "Make the first line --- alone and write the front matter as “key: value” lines.",
  );
  return { values: {}, bodyOffset };
}

// Columns of vertical lines, with notes and folios beside them, are not to be had exactly; half right is wrong.
function vertical(file: VFile, yaml: string): void {
  const line = yaml.split("\n").findIndex((one) => /^["']?writing\b/.test(one)) + 2;
  complain(
    file,
    "vertical-writing",
    { line, column: 1 },
    "Vertical lines cannot be set yet",
    "Take the line “writing” out: the text is then set in horizontal lines, as its language's readers also know it.",
  );
}

function top(): Point {
  return { line: 1, column: 1, offset: 0 };
}
