import { articleCount, type Count } from "./article-count.ts";
import { hanNumber, latinDigits, romanNumber } from "./numerals.ts";
import { ordinalCount } from "./ordinal-words.ts";

const han = /^\s*(?<han>[一二三四五六七八九十]{1,3})、\s*\S/u;
const section =
  /^(?<main>\p{Nd}{1,2})(?:(?<end>[.)])|\.(?<minor>\p{Nd}{1,2})\.?)?\s+["“«„(]*[\p{Lu}\p{Lo}]/u;
const roman = /^\s*(?<roman>[IVX]{1,5})\.\s+\S/u;
// What is under such a line, or over it, is a figure or a note.
const other = /^\s*(?:abb|fig|foto|image|note|photo|picture|tab|рис|табл|表|图|圖|図|شكل|جدول)/iu;
/** “Chapter 1: Listening” */
const behind = /(?<=^\p{L}{2,12}\s[\p{Nd}IVX]{1,5})[:：](?=\s)/u;
const stop = /[.!?;,…。！？；，、।؛؟]$/u;
/** Longest line that looks like a heading, in characters. */
const longest = 80;

/** More than any section has of sections within it: by it a `1.2` is one number. */
export const minors = 100;

/**
 * What a line counts as, if it may be the head of a chapter, an article or a section: `第一章 总则`, `一、活动`, `§ 1 Name`,
 * `Article 1`, `Chapter One`, `II. Budget`, `1. Budget`, `1.2 Costs`.
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
  const { end = "", main, minor } = section.exec(text)?.groups ?? {};
  if (main && minor) return { kind: "1.1", value: plain(main) * minors + plain(minor) };
  if (main) return { kind: `1${end}`, value: plain(main) };
  return ordinalCount(text) ?? articleCount(text.replace(behind, ""));
}

function plain(digits: string): number {
  return Number(latinDigits(digits));
}
