import { articleCount, type Count } from "./article-count.ts";
import { hanNumber, romanNumber } from "./numerals.ts";

const han = /^\s*(?<han>[一二三四五六七八九十]{1,3})、\s*\S/u;
const roman = /^\s*(?<roman>[IVX]{1,5})\.\s+\S/u;
// What is under such a line, or over it, is a figure or a note.
const other = /^\s*(?:abb|fig|foto|image|note|photo|picture|tab|рис|табл|表|图|圖|図|شكل|جدول)/iu;
/** “Chapter 1: Listening” */
const behind = /(?<=^\p{L}{2,12}\s[\p{Nd}IVX]{1,5})[:：](?=\s)/u;
const stop = /[.!?;,…。！？；，、।؛؟]$/u;
/** Longest line that looks like a heading, in characters. */
const longest = 80;

/**
 * What a line counts as, if it may be the head of a chapter, an article or a section: `第一章 总则`, `一、活动`, `§ 1 Name`,
 * `Article 1`, `II. Budget`.
 * @param line
 *   A line that stands alone.
 * @returns
 *   How it counts; nothing of other lines.
 */
export function headCount(line: string): Count | undefined {
  const text = line.trim();
  if (text.length > longest || stop.test(text) || other.test(text)) return undefined;
  const { groups = {} } = han.exec(text) ?? roman.exec(text) ?? {};
  if (groups.han) return { kind: "一、", value: hanNumber(groups.han) };
  if (groups.roman) return { kind: "I.", value: Number(romanNumber(groups.roman.toLowerCase())) };
  return articleCount(text.replace(behind, ""));
}
