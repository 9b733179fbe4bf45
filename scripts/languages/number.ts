import type { LanguageRow, Numerals } from "./language.ts";

/**
 * The CSS counter style that counts in each kind of digits.
 *
 * Source: CSS Counter Styles Level 3, section 6 (predefined numeric styles).
 */
export const counterStyles: Readonly<Record<Numerals, string>> = {
  arab: "arabic-indic",
  arabext: "persian",
  beng: "bengali",
  deva: "devanagari",
  gujr: "gujarati",
  guru: "gurmukhi",
  hanidec: "cjk-decimal",
  khmr: "khmer",
  knda: "kannada",
  laoo: "lao",
  latn: "decimal",
  mlym: "malayalam",
  mong: "mongolian",
  mymr: "myanmar",
  orya: "oriya",
  tamldec: "tamil",
  telu: "telugu",
  thai: "thai",
  tibt: "tibetan",
};

/**
 * The CSS counter style of a language's folios.
 * @param row
 *   Row of the language.
 * @returns
 *   Name for `counter(page, …)`.
 */
export function folioStyle(row: LanguageRow): string {
  return counterStyles[row.numerals];
}

// Making what formats a number takes half a millisecond.
const plain = new Map<string, Intl.NumberFormat>();

/**
 * A number without grouping, as counters on pages have it.
 * @param numerals
 *   Digits it is written in.
 * @param number
 *   Whole.
 * @returns
 *   `12`, `۱۲`.
 */
export function plainNumber(numerals: Numerals, number: number): string {
  const locale = `en-u-nu-${numerals}`;
  const format = plain.get(locale) ?? new Intl.NumberFormat(locale, { useGrouping: false });
  plain.set(locale, format);
  return format.format(number);
}

/**
 * A number in a language's digits and grouping.
 * @param row
 *   Row of the language.
 * @param number
 *   Any number.
 * @returns
 *   `1,234` in English, `۱٬۲۳۴` in Persian.
 */
export function formatNumber(row: LanguageRow, number: number): string {
  return new Intl.NumberFormat(localeOf(row) ?? `en-u-nu-${row.numerals}`).format(number);
}

/**
 * The locale `Intl` is to be asked for, so that neither the machine's nor the region's habits are in it.
 * @param row
 *   Row of the language.
 * @returns
 *   Tag that names digits and calendar; `undefined` when `Intl` does not hold the language, and would take the
 *   machine's instead.
 */
export function localeOf(row: LanguageRow): string | undefined {
  const tag = row.borrowed ?? row.locale ?? row.tag;
  const [held] = Intl.DateTimeFormat.supportedLocalesOf([tag]);
  return held === undefined ? undefined : `${tag}-u-ca-gregory-nu-${row.numerals}`;
}
