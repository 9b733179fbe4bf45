import { formatDate } from "../languages/date.ts";
import type { LanguageRow } from "../languages/language.ts";
import { folioStyle } from "../languages/number.ts";
import { type StatusName, statuses } from "../tables/statuses.ts";
import { translations } from "../tables/translations.ts";
import type { Matter } from "../types.ts";
import { cssString } from "./css-string.ts";

/** What page margins say of a text. */
export type MarginMatter = Pick<
  Matter,
  "title" | "statusLabel" | "translation" | "version" | "modified"
>;

/**
 * Writes what stands in page margins: the title, what state the text is in, its version and date, folios.
 * @param told
 *   The text's language, status and matter.
 * @returns
 *   Custom properties, each a value of `content`, and every character that they can print.
 */
export function marginWords({
  language,
  matter,
  status,
}: {
  language: LanguageRow;
  matter: MarginMatter;
  status: StatusName;
}): { properties: Record<string, string>; text: string } {
  const { words } = language;
  const word = statuses[status].word;
  const translation = matter.translation && translations[matter.translation];
  const state = [
    word && (matter.statusLabel ?? words[word]),
    translation?.marked && words[translation.word],
  ];
  const date = matter.modified && formatDate(language, matter.modified).replaceAll(" ", "\u00A0");
  const foot = [
    ...state,
    matter.version && words.version.replace("{version}", matter.version),
    date && words.lastModified.replace("{date}", date),
  ];
  const line = partsOf(foot);
  return {
    properties: {
      "--words--title": cssString(matter.title),
      "--words--foot": cssString(line),
      // A title page says in its text what version it is.
      "--words--cover": cssString(partsOf(state)),
      // Where pages are small the line has to be short: what version it is stands under the title.
      "--words--state": cssString(partsOf(state) || line),
      "--words--page-of": pageOf(words.pageOf, language),
      "--words--folio": `counter(page, ${folioStyle(language)})`,
    },
    text: matter.title + line + words.pageOf,
  };
}

/** Longest part of a foot, in characters, that surely fits its line. */
const wholePart = 32;

/** Parts of a foot as one text: where it needs two lines, the first ends between parts, behind their point. */
function partsOf(parts: readonly (string | undefined | false)[]): string {
  const whole = (part: string) => (part.length > wholePart ? part : part.replaceAll(" ", "\u00A0"));
  return parts.flatMap((part) => (part ? [whole(part)] : [])).join("\u00A0· ");
}

// `Page {page} of {pages}` → "Page " counter(page) " of " counter(pages).
function pageOf(pattern: string, language: LanguageRow): string {
  const style = folioStyle(language);
  const parts = pattern.split(/(\{pages?\})/).filter(Boolean);
  const counters: Record<string, string> = {
    "{page}": `counter(page, ${style})`,
    "{pages}": `counter(pages, ${style})`,
  };
  return parts.map((part) => counters[part] ?? cssString(part)).join(" ");
}
