import type { LanguageRow } from "./language.ts";
import { localeOf } from "./number.ts";

/** How CLDR writes a month in some setting. */
export interface MonthForm {
  /** From 0. */
  month: number;
  width: "long" | "short";
  /** Its name, or its number where a language counts months, and what stands beside it. */
  parts: readonly Intl.DateTimeFormatPart[];
}

/** What stands beside a month; its name may differ by that: `октябрь`, `5 октября`. */
const settings = {
  alone: {},
  day: { day: "numeric" },
  year: { year: "numeric" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Some day of each month, of two figures. */
const someDay = 17;

/** To make what formats dates takes longer than to use it twelve times. */
const known = new WeakMap<LanguageRow, Map<keyof typeof settings, readonly MonthForm[]>>();

/**
 * The twelve months as a language writes them, in full and short.
 * @param row
 *   Row of the language.
 * @param setting
 *   What stands beside them.
 * @returns
 *   Those in full, then the short ones. Of a language that `Intl` does not hold the names of its row, behind a day; none
 *   where it has no names.
 */
export function monthForms(row: LanguageRow, setting: keyof typeof settings): readonly MonthForm[] {
  const forms = known.get(row) ?? new Map();
  known.set(row, forms);
  const locale = localeOf(row);
  const found =
    forms.get(setting) ?? (locale === undefined ? ownForms(row) : readForms(locale, setting));
  forms.set(setting, found);
  return found;
}

function readForms(locale: string, setting: keyof typeof settings): MonthForm[] {
  return (["long", "short"] as const).flatMap((width) => {
    const options = { timeZone: "UTC", month: width, ...settings[setting] } as const;
    const format = new Intl.DateTimeFormat(locale, options);
    return Array.from({ length: 12 }, (_, month) => {
      const parts = format.formatToParts(Date.UTC(2001, month, someDay));
      return { month, width, parts };
    });
  });
}

function ownForms({ months = [] }: LanguageRow): MonthForm[] {
  return months.map((value, month) => ({
    month,
    width: "long",
    parts: [
      { type: "day", value: String(someDay) },
      { type: "literal", value: " " },
      { type: "month", value },
    ],
  }));
}
