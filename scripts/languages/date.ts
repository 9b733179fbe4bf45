/**
 * A calendar date in a language's words.
 * @param date
 *   ISO 8601, `YYYY-MM-DD` or `YYYY-MM`.
 * @param language
 *   BCP 47 tag.
 * @returns
 *   `5 October 2017` or `October 2017` in that language, in the Gregorian calendar with European digits: the same
 *   calendar in every edition of a work.
 */
export function dateInWords(date: string, language: string): string {
  const [year = "", month = "01", day] = date.split("-");
  const format = new Intl.DateTimeFormat(language, {
    calendar: "gregory",
    numberingSystem: "latn",
    timeZone: "UTC",
    year: "numeric",
    month: "long",
    ...(day === undefined ? {} : { day: "numeric" }),
  });
  return format.format(new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1))));
}
