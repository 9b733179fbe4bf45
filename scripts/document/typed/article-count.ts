import { hanNumber, latinDigits, romanNumber } from "./numerals.ts";

/** What a line counts as. */
export interface Count {
  /** How it is written, so that only alike ones are compared. */
  kind: string;
  value: number;
}

const article =
  /^[\s>]*(?<word>\p{L}{2,12}\.?|§)\s*(?:(?<number>\p{Nd}{1,3})[º°ª]?(?![\p{L}\p{N}]|:(?!\s)|[.,]\p{N})|(?<roman>[IVX]{1,5})(?![\p{L}\p{N}]))/u;
const hanArticle =
  /^\s*第(?:(?<han>[一二三四五六七八九十]{1,3})|(?<number>\p{Nd}{1,3}))(?<word>\p{sc=Han})/u;

/**
 * What a line counts as that begins with a word and a number: `Article 5`, `§ 3`, `第三条`.
 * @param line
 *   Line as typed.
 * @returns
 *   Its word as the kind, and its number; nothing of other lines.
 */
export function articleCount(line: string): Count | undefined {
  const { han, number, roman, word } = (article.exec(line) ?? hanArticle.exec(line))?.groups ?? {};
  if (word === undefined) return undefined;
  const kind = `1 ${word.toLowerCase()}`;
  if (han) return { kind, value: hanNumber(han) };
  const value = Number(number ? latinDigits(number) : romanNumber(roman?.toLowerCase()));
  return { kind, value };
}
