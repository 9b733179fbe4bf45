import { readFileSync } from "node:fs";
import type { LanguageRow } from "../languages/language.ts";
import { type FormatRow, type PaperName, papers } from "../tables/formats.ts";
import type { StatusName } from "../tables/statuses.ts";
import { languageSheet } from "./language-sheet.ts";
import { type MarginMatter, marginWords } from "./margin-words.ts";
import { mirror } from "./mirror.ts";

/** What an edition's style sheets depend on beside its format. */
export interface StyleOptions {
  paper: PaperName;
  language: LanguageRow;
  /** BCP 47 tags of what stands in the text in other languages. */
  foreign?: readonly string[];
  status: StatusName;
  matter: MarginMatter;
}

/** CSS texts, each list in the order of the cascade. */
export interface Stylesheets {
  /** Page geometry, margin boxes and forced breaks, in the CSS that Paged.js can read. */
  paged: string[];
  /** Everything else, for the browser alone: link it after `paged`, marked `data-pagedjs-ignore`. */
  plain: string[];
  /** Every character that the sheets themselves can print, for the fonts to cover. */
  characters: string;
}

/** Files in `styles/` that dress every format, in order. */
const concerns = [
  "tokens",
  "elements",
  "lists",
  "notes",
  "contents",
  "tables",
  "figures",
  "title",
  "links",
  "mark",
] as const;

/** What a medium needs on top. */
const media = {
  pages: { paged: ["page/shared"], plain: ["fragments", "margins"] },
  sheet: { paged: [], plain: [] },
  screen: { paged: [], plain: [] },
} as const satisfies Record<FormatRow["medium"], Record<"paged" | "plain", readonly string[]>>;

// Folios, note brackets, dashes of nested lists, brackets round printed addresses.
const alwaysPrinted = "0123456789[]()–•◦▪… ";

const folder = new URL("../../styles/", import.meta.url);
// A build asks for the same few files for every edition.
const texts = new Map<string, string>();

/**
 * Chooses and reads the style sheets of an edition, and writes those that depend on it: the size of its
 * sheet, the words in its margins, the manners of its language.
 * @param format
 *   Row of the format table.
 * @param options
 *   Paper, language, status and matter of the edition.
 * @returns
 *   CSS texts in two lists, and the characters they print.
 * @throws
 *   When a file that a table names is not in `styles/`: a fault of the program, which a test rules out.
 */
export function stylesheets(format: FormatRow, options: StyleOptions): Stylesheets {
  const medium = media[format.medium];
  const words = marginWords(options);
  const language = languageSheet(options.language, options.foreign);
  const turn = (css: string) => (options.language.direction === "rtl" ? mirror(css) : css);
  const geometry = format.sheet === undefined ? [] : [`page/${format.style}`];
  return {
    // A blank page is also a left one: the rules that empty it come last.
    paged: [
      ...pageSize(format, options.paper),
      ...[...geometry.map(read), ...outerMargin(format, options.paper)].map(turn),
      ...medium.paged.map(read).map(turn),
    ],
    plain: [
      rootSheet({ ...sheetVariables(format, options.paper), ...words.properties }),
      ...concerns.map(read),
      ...medium.plain.map(read),
      read(`format/${format.style}`),
      read(`status/${options.status}`),
      language.css,
    ],
    characters: words.text + language.characters + alwaysPrinted,
  };
}

// Paged.js takes a size only from literal lengths, so the one thing that differs by paper is written here.
function pageSize(format: FormatRow, paper: PaperName): string[] {
  if (format.sheet === undefined) return [];
  const { width, height } = papers[paper][format.sheet];
  return [`@page {\n  size: ${width}mm ${height}mm;\n}\n`];
}

function outerMargin({ outer }: FormatRow, paper: PaperName): string[] {
  const points = outer?.[paper];
  return points === undefined ? [] : [`@page {\n  margin-right: ${points}pt;\n}\n`];
}

function sheetVariables(format: FormatRow, paper: PaperName): Record<string, string> {
  if (format.sheet === undefined) return {};
  const { width, height } = papers[paper][format.sheet];
  return { "--sheet--width": `${width}mm`, "--sheet--height": `${height}mm` };
}

function rootSheet(properties: Record<string, string>): string {
  const lines = Object.entries(properties).map(([name, value]) => `  ${name}: ${value};\n`);
  return `:root {\n${lines.join("")}}\n`;
}

function read(name: string): string {
  const text = texts.get(name) ?? readFileSync(new URL(`${name}.css`, folder), "utf8");
  texts.set(name, text);
  return text;
}
