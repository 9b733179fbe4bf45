import type { LanguageRow } from "../../languages/language.ts";
import { latinDigits } from "./numerals.ts";

/** A line that has the number of a page. */
export interface PageNumber {
  page: number;
  /** What else the line says. */
  rest: string;
  /** Said in words, as “Page 2” is, or `- 2 -`, `2`, which may also number a part of a text. */
  form: "words" | "dashes" | "bare";
}

const digits = "(?<page>\\p{Nd}{1,4})";
const dashed = new RegExp(`^\\s*(?<dash>[-–—―－~·])\\s*${digits}\\s*\\k<dash>\\s*$`, "u");
const bare = new RegExp(`^\\s*${digits}\\s*$`, "u");
/** Longest words beside the number, in characters. */
const longest = 80;

/**
 * Makes what reads the number of a page off a line.
 * @param languages
 *   Rows whose words for pages are known.
 * @returns
 *   Reader; it gives `undefined` for any other line.
 */
export function pageNumberReader(
  languages: readonly LanguageRow[],
): (line: string) => PageNumber | undefined {
  const patterns = languages.flatMap(({ words }) => [words.pageOf, words.page]).map(toPattern);
  return (line) => {
    for (const pattern of patterns) {
      const { page, before = "", after = "" } = pattern.exec(line)?.groups ?? {};
      if (page)
        return { page: Number(latinDigits(page)), rest: (before + after).trim(), form: "words" };
    }
    const between = dashed.exec(line)?.groups?.page;
    const page = between ?? bare.exec(line)?.groups?.page;
    if (page === undefined) return undefined;
    return { page: Number(latinDigits(page)), rest: "", form: between ? "dashes" : "bare" };
  };
}

/**
 * Tells whether a line is nothing but a number between dashes.
 * @param line
 *   Line.
 * @returns
 *   Whether it is.
 */
export function isDashedNumber(line: string): boolean {
  return dashed.test(line);
}

function toPattern(words: string): RegExp {
  const escaped = words.replace(/[.*+?^$()|[\]\\/]/gu, "\\$&").replace(/\s+/gu, "\\s+");
  const number = escaped.replace("{page}", digits).replace("{pages}", "\\p{Nd}{1,4}");
  const between = "[\\s|·–—-]";
  const before = `(?:(?<before>\\S.{0,${longest}}?)${between}+)?`;
  const after = `(?:${between}+(?<after>\\S.{0,${longest}}))?`;
  return new RegExp(`^\\s*${before}${number}${after}\\s*$`, "iu");
}
