import type { LanguageRow, Pair } from "../languages/language.ts";
import { plainNumber } from "../languages/number.ts";
import { languageRow } from "../tables/languages.ts";
import { scriptRow } from "../tables/scripts.ts";
import { cssString } from "./css-string.ts";

/** What a language's manners come to in tokens: the last sheet of the cascade. */
export interface LanguageSheet {
  css: string;
  /** Every character that it can print. */
  characters: string;
}

/** Leading that the sizes of the formats are made for: that of Latin. */
const usualLeading = 1.4;

/** Scripts that keep the width of their letters to one square: what holds for those squares. */
const squares: Readonly<Record<string, { emphasis: string; opening: string; align: string }>> = {
  Hani: { emphasis: "filled dot", opening: "2em", align: "justify" },
  Hans: { emphasis: "filled dot", opening: "2em", align: "justify" },
  Hant: { emphasis: "filled dot", opening: "2em", align: "justify" },
  Jpan: { emphasis: "filled dot", opening: "1em", align: "justify" },
};

/** Scripts of which not even a few words fit between lines of Latin. Nastaliq is none: within other text it is naskh. */
const tall = new Set(["Java", "Lana", "Mymr", "Tibt"]);

/** Elements that have lines of their own. */
const blocks = ":is(p, li, dd, dt, td, th, div, section, blockquote, ul, ol)";

/**
 * Writes a language's row as tokens, so that a new language needs no style sheet.
 * @param row
 *   Row of the language.
 * @param foreign
 *   BCP 47 tags of what stands in the text in other languages.
 * @returns
 *   One rule on the root and some for each other language; the characters they print.
 */
export function languageSheet(row: LanguageRow, foreign: readonly string[] = []): LanguageSheet {
  const marks = quotationMarks(row);
  const others = foreign.map((tag) => ({ tag, other: languageRow(tag).row }));
  const tokens: Record<string, string> = {
    "--script--direction": row.direction,
    "--script--leading": String(round(row.leading / usualLeading)),
    "--script--size": String(scriptRow(row.script).size),
    "--script--line-break": row.lineBreak,
    "--script--word-break": row.wordBreak,
    "--script--autospace": scriptRow(row.script).autospace,
    "--list--style": row.listStyle,
    "--quotation--marks": marks.map(cssString).join(" "),
    ...emphasisOf(row),
    ...noteMarkOf(row),
    ...spacesOf(row),
    // Its words hang deep: in large type more than twice the leading of Latin is still too little.
    ...(row.script === "Aran" ? { "--section--leading": "1.2rlh" } : {}),
  };
  const rules = [
    ruleOf(":root", tokens),
    ...others.flatMap(({ tag, other }) => foreignRules(tag, other, row)),
  ];
  const printed = [row, ...others.map(({ other }) => other)].flatMap(quotationMarks);
  return { css: rules.join(""), characters: printed.join("") + digitsOf(row) };
}

/** What differs within a text: manners of the other language; leading only where whole lines are in it, or must be. */
function foreignRules(tag: string, row: LanguageRow, main: LanguageRow): string[] {
  const element = `[lang=${cssString(tag)}]`;
  const leading = { "line-height": `calc(1lh * ${round(row.leading / main.leading)})` };
  const manners = {
    "--quotation--marks": quotationMarks(row).map(cssString).join(" "),
    ...(main.italics ? emphasisOf(row) : {}),
    "line-break": row.lineBreak,
    "word-break": row.wordBreak,
    "text-autospace": scriptRow(row.script).autospace,
    ...(tall.has(row.script) && !tall.has(main.script) ? leading : {}),
  };
  return [
    ruleOf(element, manners),
    ...(row.leading === main.leading ? [] : [ruleOf(`${blocks}${element}`, leading)]),
  ];
}

function ruleOf(selector: string, properties: Record<string, string>): string {
  const lines = Object.entries(properties).map(([name, value]) => `  ${name}: ${value};\n`);
  return `${selector} {\n${lines.join("")}}\n`;
}

/** The ten digits that folios and lists of a language are counted in. */
function digitsOf({ numerals }: LanguageRow): string {
  return plainNumber(numerals, 1234567890);
}

/** Outer and inner marks, with the spaces the language sets inside them. */
function quotationMarks({ quotationMarks: { outer, inner }, punctuationSpace }: LanguageRow) {
  const spaced = ([open, close]: Pair): Pair => {
    const after = punctuationSpace.find((one) => one.after.includes(open))?.space ?? "";
    const before = punctuationSpace.find((one) => one.before.includes(close))?.space ?? "";
    return [open + after, before + close];
  };
  return [...spaced(outer), ...spaced(inner)];
}

function emphasisOf({ italics, script }: LanguageRow): Record<string, string> {
  // Formats have their own way where italics are to be had.
  if (italics) return {};
  const mark = squares[script]?.emphasis;
  return {
    "--emphasis--style": "normal",
    "--emphasis--weight": mark ? "inherit" : "700",
    "--emphasis--mark": mark ?? "none",
  };
}

function noteMarkOf({ italics, noteMark }: LanguageRow): Record<string, string> {
  if (noteMark === "bracketed") {
    return {
      "--note--open": '"["',
      "--note--close": '"]"',
      "--script--figures": "normal",
      "--script--display-raise": "baseline",
      "--script--display-raised": "1em",
    };
  }
  // The faces that have italics have superior figures too; those of other scripts are made smaller and raised.
  if (italics) return {};
  return {
    "--script--figures": "normal",
    "--script--raise": "0.45em",
    "--script--raised": "0.65em",
  };
}

function spacesOf({ italics, script }: LanguageRow): Record<string, string> {
  const square = squares[script];
  return {
    // Spaced letters of a joined script come apart; figures with descenders look small beside letters without.
    ...(italics
      ? {}
      : { "--script--tracking": "0", "--text--figures": "lining-nums proportional-nums" }),
    ...(square && {
      "--script--indent": square.opening,
      "--script--opening": square.opening,
      "--script--align": square.align,
    }),
  };
}

function round(number: number): number {
  return Math.round(number * 1000) / 1000;
}
