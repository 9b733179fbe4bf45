import type { TypedMark } from "./typed.ts";

/** A mark found in text: where, as typed, and what it means. */
export interface FoundMark extends TypedMark {
  /** Where in the string it starts. */
  index: number;
  /** As typed: `¹`, `*`, `[1]`. */
  typed: string;
  /** `list`: the number of a list item under a heading for notes. */
  style: "superscript" | "symbol" | "bracket" | "list";
  /** Could as well be an exponent: taken for a mark only when its note has no other. */
  doubtful: boolean;
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const marks = /(?<superscript>[⁰¹²³⁴-⁹]+)|(?<symbol>([*†‡§‖¶])\3{0,2})|(?<bracket>\[\d{1,3}\])/gu;
const opening = /[\s([{“‘«„‚¿¡*†‡§‖¶\\]$/u;
const wordNext = /^[\p{L}\p{N}*†‡§‖¶⁰¹²³⁴-⁹]/u;
// A word of one or two letters before a superscript is a unit or a variable, a digit is a base.
const baseOfPower = /(?:\p{N}|(?<![\p{L}\p{M}])\p{L}{1,2})$/u;
// A measure, such as `20 m`, makes it a power beyond doubt.
const measure = /\p{N}[\s\u00A0\u202F]?(?:[kcdm]?m|ft|in|mi|yd)$/u;

/**
 * Finds what may be note marks in running text: after a word or punctuation, not before a word.
 * @param text
 *   Text of a block without its markup.
 * @returns
 *   Marks in order.
 */
export function marksIn(text: string): FoundMark[] {
  return [...text.matchAll(marks)].flatMap((match) => {
    const found = read(match);
    const before = text.slice(Math.max(0, found.index - 12), found.index);
    const after = text.slice(found.index + found.typed.length);
    if (!isCall(found, before, after)) return [];
    return { ...found, doubtful: found.style === "superscript" && isPower(before) };
  });
}

/**
 * Reads the mark a line of a note begins with.
 * @param text
 *   The line.
 * @returns
 *   The mark; its `typed` takes in the point and space that part it from the note.
 */
export function leadingMark(text: string): FoundMark | undefined {
  const match = new RegExp(`^[\\s\\u00A0]*(?:${marks.source})`, "u").exec(text);
  if (!match) return undefined;
  const typed = match[0].trim();
  const found = { ...read({ ...match, 0: typed, index: match[0].length - typed.length }) };
  const rest = text.slice(match[0].length);
  if (found.style === "bracket" && !/^[\s\u00A0]+\S/u.test(rest)) return undefined;
  if (isSection(found.typed) && /^[\s\u00A0]*\p{N}/u.test(rest)) return undefined;
  if (/^[⁰¹²³⁴-⁹*†‡§‖¶]/u.test(rest)) return undefined;
  return found;
}

function read(match: Pick<RegExpExecArray, "groups" | "index" | 0>): FoundMark {
  const { superscript, bracket } = match.groups ?? {};
  const at = { index: match.index, typed: match[0], doubtful: false };
  if (superscript) {
    const mark = [...superscript].map((digit) => superscripts.indexOf(digit)).join("");
    return { ...at, style: "superscript", kind: "number", mark };
  }
  if (bracket) return { ...at, style: "bracket", kind: "number", mark: bracket.slice(1, -1) };
  return { ...at, style: "symbol", kind: "symbol", mark: match[0] };
}

function isCall(found: FoundMark, before: string, after: string): boolean {
  if (wordNext.test(after)) return false;
  // A superscript or a bracketed number may stand one space off its word.
  const near = found.style === "symbol" ? before : before.replace(/[ \u00A0\u202F]$/u, "");
  if (near === "" || opening.test(near)) return false;
  if (found.style === "superscript") return !(near === before && measure.test(before));
  if (isSection(found.typed) && /\p{N}$/u.test(before)) return false;
  const product = /\p{N}$/u.test(before) && /^\s*\p{N}/u.test(after);
  return found.style === "bracket" ? !after.startsWith(":") : !product;
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
