import type { LanguageRow } from "../../languages/language.ts";
import { monthForms } from "../../languages/months.ts";
import { localeOf } from "../../languages/number.ts";
import { dateOf } from "./date.ts";

const time = /\p{Nd}{1,2}[:.h]\p{Nd}{2}(?!\p{Nd})|\p{Nd}\s?(?:[ap]\.?m\b|h\b|Uhr\b|noon\b)/iu;
const hanDigits = "[\\p{Nd}〇零一二三四五六七八九十元]+";
const hanDay = new RegExp(`(?:${hanDigits}年)?${hanDigits}月${hanDigits}日`, "u");
const hanDate = new RegExp(`^\\p{sc=Han}{0,2}${hanDigits}年${hanDigits}月${hanDigits}日$`, "u");

/**
 * Tells whether a line says when something is: a day with its month or weekday, or a time.
 * @param line
 *   Short line.
 * @param languages
 *   Rows whose names for days and months are known.
 * @returns
 *   Whether it does.
 */
export function saysWhen(line: string, languages: readonly LanguageRow[]): boolean {
  if (time.test(line) || hanDay.test(line)) return true;
  if (!/\p{Nd}/u.test(line)) return false;
  const words = new Set(line.normalize("NFC").match(/[\p{L}\p{M}-]+/gu));
  return languages.some((row) => namesOf(row).some((name) => words.has(name)));
}

/**
 * Tells whether a line is a date and nothing else, but for the place before it, as in a letter: `Lyon, le 3 mars 2024`.
 * @param line
 *   Short line.
 * @param languages
 *   Rows whose names for months are known.
 * @returns
 *   Whether it is; a month of a year is none.
 */
export function isDate(line: string, languages: readonly LanguageRow[]): boolean {
  if (hanDate.test(line.replace(/\s/gu, ""))) return true;
  const parts = [line, line.replace(/^[^,]*,\s*/u, "")];
  return languages.some((row) => parts.some((part) => (dateOf(row, part)?.length ?? 0) > 7));
}

/** Names by language: each line of a list asks for them. */
const known = new WeakMap<LanguageRow, readonly string[]>();

function namesOf(row: LanguageRow): readonly string[] {
  const names = known.get(row) ?? readNames(row);
  known.set(row, names);
  return names;
}

function readNames(row: LanguageRow): string[] {
  const locale = localeOf(row);
  const months = monthForms(row, "day").filter(({ width }) => width === "long");
  return [
    ...months.flatMap(({ parts }) => parts),
    ...(locale === undefined ? [] : weekdaysOf(locale)),
  ]
    .filter(({ type }) => type === "month" || type === "weekday")
    .filter(({ value }) => /\p{L}/u.test(value))
    .flatMap(({ value }) => spellings(value));
}

function weekdaysOf(locale: string): Intl.DateTimeFormatPart[] {
  const options = { timeZone: "UTC", day: "numeric", month: "long", weekday: "long" } as const;
  const format = new Intl.DateTimeFormat(locale, options);
  const week = Array.from({ length: 7 }, (_, day) => Date.UTC(2000, 0, 1 + day));
  return week.flatMap((day) => format.formatToParts(day));
}

// `may` is no month, though `mayo` is.
function spellings(name: string): string[] {
  const composed = name.normalize("NFC");
  const [first = "", ...rest] = composed;
  return [composed, first.toUpperCase() + rest.join(""), composed.toUpperCase()];
}
