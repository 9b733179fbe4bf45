import type { LanguageRow } from "./language.ts";
import { formatNumber, localeOf } from "./number.ts";

/**
 * A calendar date in a language's words and digits.
 * @param row
 *   Row of the language.
 * @param date
 *   ISO 8601, `YYYY-MM-DD` or `YYYY-MM`.
 * @returns
 *   `5 October 2017` or `October 2017` in the language, in the Gregorian calendar, the same in every edition of a
 *   work. Without names for the months, `2017-10-05`.
 */
export function formatDate(row: LanguageRow, date: string): string {
  const [year = "", month = "", day] = date.split("-");
  // First, so that a later `Intl` that does hold the language changes nothing.
  const name = row.months?.[Number(month) - 1];
  if (name !== undefined) return [day && Number(day), name, year].filter(Boolean).join(" ");
  const locale = localeOf(row);
  if (locale !== undefined) return inWords(date, locale);
  return date.replace(/\d/g, (digit) => formatNumber(row, Number(digit)));
}

function inWords(date: string, locale: string): string {
  const [year = "", month = "01", day] = date.split("-");
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    year: "numeric",
    month: "long",
    ...(day === undefined ? {} : { day: "numeric" }),
  });
  return format.format(new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1))));
}
