import { latinDigits, romanNumber } from "./numerals.ts";
import type { TypedMark } from "./typed.ts";

/** A mark found in text: where, as typed, and what it means. */
export interface FoundMark extends TypedMark {
  /** Where in the string it starts. */
  index: number;
  /** As typed: `¹`, `*`, `[1]`. */
  typed: string;
  /** `bracket`: also in a circle, or behind ※; `list`: the bare number of a note. */
  style: "superscript" | "symbol" | "bracket" | "round" | "list";
  /** Could as well be an exponent, a number, a point of a list: pairs only with what has no surer partner. */
  doubtful: boolean;
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
/** Every mark, wherever it stands; groups for `readMark`. */
export const marks =
  /(?<superscript>[⁰¹²³⁴-⁹]+)|(?<symbol>(?<sign>[*†‡§‖¶])\k<sign>{0,2})|[[［〔【](?<bracket>\p{Nd}{1,3}|(?<=\[)[ivxl]{1,6}(?=\]))[\]］〕】]|※(?<kome>\p{Nd}{1,2})|(?<circle>[①-⑳])|\((?<round>\p{Nd}{1,3})\)/gu;
const opening = /[\s([{“‘«„‚¿¡*†‡§‖¶\\]$/u;
const wordNext = /^[\p{L}\p{N}*†‡§‖¶⁰¹²³⁴-⁹]/u;
// Scripts that part no words by spaces.
const unspacedNext =
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
// A word of one or two letters before a superscript is a unit or a variable, a digit is a base.
const baseOfPower = /(?:\p{N}|(?<![\p{L}\p{M}])\p{L}{1,2})$/u;
// A measure, such as `20 m`, makes it a power beyond doubt.
const measure = /\p{N}[\s\u00A0\u202F]?(?:[kcdm]?m|ft|in|mi|yd)$/u;

/**
 * Finds what may be note marks in running text: after a word or punctuation, not before a word.
 * @param text
 *   Text of a block without its markup.
 * @returns
 *   Marks in order; a bracket that closes one (`*)`) is taken in.
 */
export function marksIn(text: string): FoundMark[] {
  return [...text.matchAll(marks)].flatMap((match) => {
    const found = readMark(match);
    const before = text.slice(Math.max(0, found.index - 12), found.index);
    const after = text.slice(found.index + found.typed.length);
    if (!isCall(found, before, after)) return [];
    const typed = found.typed + closing(found, text);
    const isFar = found.style === "symbol" && isSpaced(before, after);
    const doubtful = isFar || (found.style === "superscript" && isPower(before));
    return { ...found, typed, doubtful };
  });
}

/**
 * What a mark means.
 * @param match
 *   A match of `marks`.
 * @returns
 *   The mark.
 */
export function readMark(match: Pick<RegExpExecArray, "groups" | "index" | 0>): FoundMark {
  const { superscript, symbol, bracket, circle, kome, round } = match.groups ?? {};
  const at = { index: match.index, typed: match[0], doubtful: false };
  if (symbol) return { ...at, style: "symbol", kind: "symbol", mark: symbol };
  const number = { ...at, kind: "number" } as const;
  if (superscript) {
    const mark = [...superscript].map((digit) => superscripts.indexOf(digit)).join("");
    return { ...number, style: "superscript", mark };
  }
  if (circle) return { ...number, style: "bracket", mark: String(circle.charCodeAt(0) - 0x245f) };
  if (kome) return { ...number, style: "bracket", mark: latinDigits(kome) };
  if (round) return { ...number, style: "round", mark: latinDigits(round) };
  const mark = /^\p{Nd}/u.test(bracket ?? "") ? latinDigits(bracket ?? "") : romanNumber(bracket);
  return { ...number, style: "bracket", mark };
}

function isCall(found: FoundMark, before: string, after: string): boolean {
  if (wordNext.test(after) && !unspacedNext.test(after)) return false;
  // A superscript or a bracketed number may stand one space off its word.
  const seen = before.replace(/\p{Cf}+$/u, "");
  const isFar = found.style === "symbol" && !isSpaced(before, after);
  const near = isFar ? seen : seen.replace(/[ \u00A0\u202F]$/u, "");
  if (near === "" || opening.test(near)) return false;
  if (found.style === "superscript") return !(near === before && measure.test(before));
  if (isSection(found.typed) && /\p{N}$/u.test(before)) return false;
  const product = /\p{N}$/u.test(before) && /^\s*\p{N}/u.test(after);
  return found.style === "symbol" ? !product : !after.startsWith(":");
}

// `en mai *.`, as the French write it; `5 *` is a product.
function isSpaced(before: string, after: string): boolean {
  return /[\p{L}\p{M}»”"’)][ \u00A0\u202F]$/u.test(before) && /^[.,;:!?…)]/u.test(after);
}

// `May.*)`, as Germans write it, and not `(in May*)`.
function closing({ index, style, typed }: FoundMark, text: string): string {
  if (style !== "superscript" && style !== "symbol") return "";
  const [bracket = ""] = /^[)⁾]/u.exec(text.slice(index + typed.length)) ?? [];
  const before = text.slice(0, index);
  return before.split("(").length > before.split(")").length ? "" : bracket;
}

/**
 * Whether a mark is one that also numbers sections: `§ 2`, `¶ 3`.
 * @param typed
 *   The mark as typed.
 * @returns
 *   Whether it is.
 */
export function isSection(typed: string): boolean {
  return /^[§¶]/u.test(typed);
}

function isPower(before: string): boolean {
  return baseOfPower.test(before) && !/(?<!\p{N})(?:1[5-9]|20)\d\d$/u.test(before);
}
