import type { Root } from "mdast";
import { SKIP, visit } from "unist-util-visit";
import type { LanguageRow } from "../../languages/language.ts";
import { monthForms } from "../../languages/months.ts";
import { localeOf } from "../../languages/number.ts";
import { languageRow } from "../../tables/languages.ts";
import { openLanguages } from "../typography/open-languages.ts";

const noBreak = "\u00A0";
// 3, 03, 3rd, 1er, 3., 1º
const day = String.raw`(?<![\p{L}\p{Nd}]|\p{Nd}[.,:/])\p{Nd}{1,2}(?:\p{L}{1,2}|[.º°ª])?`;
const lastDay = String.raw`\p{Nd}{1,2}(?![\p{Nd}%]|[.,:/]\p{Nd})`;
const hour = String.raw`(?<![\p{L}\p{Nd}])\p{Nd}{1,2}(?:[.:]\p{Nd}{2})?`;

/**
 * Keeps a day on one line with its month, and an hour with its half of the day, by the names and the order that CLDR has
 * for the language, also of what HTML says to be in another one; English is written in both orders. Cells of tables stay:
 * their columns may be narrower.
 * @param options
 *   `row`: row of the text's language.
 * @returns
 *   Transform.
 */
export function remarkDateSpace(options: { row: LanguageRow }) {
  return (tree: Root): void => {
    const languageBehind = openLanguages();
    let { row } = options;
    visit(tree, (node) => {
      if (node.type === "table") return SKIP;
      if (node.type === "html") {
        const language = languageBehind(node.value);
        row = language === undefined ? options.row : languageRow(language).row;
      }
      if (node.type !== "text" || !/\p{Nd}/u.test(node.value)) return undefined;
      const dates = datesOf(row);
      node.value = node.value.replace(dates, (date) => date.replace(/\s+/gu, noBreak));
      return undefined;
    });
  };
}

// `Intl` takes its time over each language.
const known = new WeakMap<LanguageRow, RegExp>();

function datesOf(row: LanguageRow): RegExp {
  const dates = known.get(row) ?? readDates(row);
  known.set(row, dates);
  return dates;
}

/** One pattern for all months, which the names are alternatives in: borders of words take long to prepare. */
function readDates(row: LanguageRow): RegExp {
  const locale = localeOf(row);
  const forms = monthForms(row, "day").flatMap(({ parts }) => formOf(parts));
  const dates = (["day", "month", "any"] as const).flatMap((order) => {
    const ordered = forms.filter((form) => form.order === order);
    return [...new Set(ordered.map(({ between }) => between))].flatMap((between) => {
      const names = ordered.filter((form) => form.between === between).map(({ name }) => name);
      return patternsOf(order, spaced(between), oneOf(names));
    });
  });
  const hours = locale === undefined ? [] : hoursOf(locale);
  return new RegExp([...dates, ...hours].join("|") || "(?!)", "giu");
}

interface Form {
  /** Of a month, as it stands in a date. */
  name: string;
  between: string;
  /** What comes first. */
  order: "day" | "month" | "any";
}

/** How the language writes a day and its month; nothing where it counts months, as in `12月17日`. */
function formOf(parts: readonly Intl.DateTimeFormatPart[]): Form[] {
  const [day, month] = ["day", "month"].map((type) =>
    parts.findIndex((part) => part.type === type),
  );
  const [from, to] = [day ?? -1, month ?? -1];
  const name = parts[to]?.value ?? "";
  if (Math.abs(from - to) !== 2 || !/\p{L}/u.test(name)) return [];
  const between = parts[(from + to) / 2]?.value ?? "";
  if (/^\.?\s+$/u.test(between))
    return [{ name, between: between.trim() === "" ? " " : between, order: "any" }];
  return [{ name, between, order: from < to ? "day" : "month" }];
}

function patternsOf(order: Form["order"], between: string, name: string): string[] {
  return [
    ...(order === "month" ? [] : [`${day}${between}${name}(?![\\p{L}\\p{M}])\\.?`]),
    ...(order === "day" ? [] : [`(?<![\\p{L}\\p{M}])${name}\\.?${between}${lastDay}`]),
  ];
}

/** a.m., p. m., pm: letters that are read one by one. */
function hoursOf(locale: string): string[] {
  const options = { hour: "numeric", hour12: true, timeZone: "UTC" } as const;
  const format = new Intl.DateTimeFormat(locale, options);
  const halves = [3, 15].flatMap((at) => {
    const parts = format.formatToParts(Date.UTC(2001, 0, 1, at));
    const half = parts.find(({ type }) => type === "dayPeriod")?.value ?? "";
    const letters = half.match(/[\p{L}\p{M}]/gu) ?? [];
    return parts[0]?.type === "dayPeriod" || letters.length !== 2 ? [] : [letters.join("\\.?\\s?")];
  });
  return halves.length > 0 ? [`${hour}\\s+(?:${halves.join("|")})(?![\\p{L}\\p{M}])\\.?`] : [];
}

/** Alternatives, of which a short one may have its point or not. */
function oneOf(names: readonly string[]): string {
  const patterns = names.map((name) => spaced(name.replace(/\.$/u, "")));
  return `(?:${[...new Set(patterns)].sort((one, other) => other.length - one.length).join("|")})`;
}

/** What is written with spaces, however wide, and points, which may be left out. */
function spaced(text: string): string {
  return text
    .replace(/[$()*+?[\\\]^{|}]/gu, "\\$&")
    .replaceAll(".", "\\.?")
    .replace(/\s+/gu, "\\s+");
}
