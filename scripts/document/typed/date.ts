import type { LanguageRow } from "../../languages/language.ts";
import { monthForms } from "../../languages/months.ts";
import { plainNumber } from "../../languages/number.ts";
import { yearsIn } from "./years-in.ts";

const isoDate = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/u;
const monthFirst = /^(\d{1,2})\s*[/.-]\s*(\d{4})$/u;
const day = /(?<!\p{N})\d{1,2}(?!\p{N})/gu;
/** Longest word beside day, month and year: `5th of`, `de`, `року`. */
const longestWord = 4;
const mostWords = 3;

/**
 * Reads a date in a language's words, as a person types one.
 * @param row
 *   Row of the language.
 * @param text
 *   The date and nothing else: a month and a year, with or without a day. Days and months both in figures are not
 *   read, since people differ over which comes first.
 * @returns
 *   ISO 8601, `2017-10` or `2017-10-05`; `undefined` when it is no such date.
 */
export function dateOf(row: LanguageRow, text: string): string | undefined {
  const plain = inLatinDigits(row, text.normalize("NFC")).trim();
  const iso = isoDate.exec(plain);
  if (iso) return checked(Number(iso[1]), Number(iso[2]), iso[3] ? Number(iso[3]) : undefined);
  const figures = monthFirst.exec(plain);
  if (figures) return checked(Number(figures[2]), Number(figures[1]), undefined);

  const lower = plain.toLowerCase();
  const found = monthsOf(row).find(({ name }) => hasWord(lower, name));
  if (!found) return undefined;
  const rest = lower.replace(found.name, " ");
  const years = yearsIn(rest);
  const days = rest.match(day) ?? [];
  const words = rest.match(/[\p{L}\p{M}]+/gu) ?? [];
  if (years.length !== 1 || days.length > 1 || words.length > mostWords) return undefined;
  if (words.some((word) => word.length > longestWord)) return undefined;
  return checked(Number(years[0]), found.month, days[0] ? Number(days[0]) : undefined);
}

interface Month {
  name: string;
  /** From 1. */
  month: number;
}

/** Names by language: a line is held against all of them. */
const known = new WeakMap<LanguageRow, readonly Month[]>();

function monthsOf(row: LanguageRow): readonly Month[] {
  const months = known.get(row) ?? readMonths(row);
  known.set(row, months);
  return months;
}

/** Every name of every month, longest first, so that none is found in another's. */
function readMonths(row: LanguageRow): Month[] {
  return (["alone", "day", "year"] as const)
    .flatMap((setting) => monthForms(row, setting))
    .map(({ month, parts }) => {
      const { value = "" } = parts.find(({ type }) => type === "month") ?? {};
      return { name: nameOf(value, month).normalize("NFC").toLowerCase(), month: month + 1 };
    })
    .filter(({ name }) => name !== "")
    .sort((one, other) => other.name.length - one.name.length || one.month - other.month);
}

// Where months are counted, the word for month has to stand after the figure.
function nameOf(value: string, index: number): string {
  return /^\p{N}+$/u.test(value) ? `${index + 1}月` : value.replace(/\.$/u, "");
}

// In scripts without spaces a name has no borders, so only letters of scripts with them, and figures, are looked at.
const letter = "[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{M}\\d]";
const inWord = new RegExp(`${letter}$`, "u");
// A case may add to a name: `rêbendana`.
const goesOn = new RegExp(`^(?:\\d|${letter}{3})`, "u");

function hasWord(text: string, name: string): boolean {
  const at = text.indexOf(name);
  if (at < 0) return false;
  const starts = inWord.test(name[0] ?? "") && inWord.test(text.slice(0, at));
  return !starts && !(inWord.test(name) && goesOn.test(text.slice(at + name.length)));
}

function inLatinDigits(row: LanguageRow, text: string): string {
  if (row.numerals === "latn") return text;
  const digits = Array.from({ length: 10 }, (_, digit) => plainNumber(row.numerals, digit));
  return [...text].map((unit) => (digits.includes(unit) ? digits.indexOf(unit) : unit)).join("");
}

function checked(year: number, month: number, day: number | undefined): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day ?? 1));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== (day ?? 1)) return undefined;
  return date.toISOString().slice(0, day === undefined ? 7 : 10);
}
