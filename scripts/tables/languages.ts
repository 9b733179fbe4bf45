import { en } from "../languages/en.ts";
import { es } from "../languages/es.ts";
import type { LanguageRow } from "../languages/language.ts";

/** Languages we hold words for, by BCP 47 tag. Adding one is a file in `languages/` and its line here. */
export const languages: Readonly<Record<string, LanguageRow>> = { en, es };

/**
 * The row for a language: its own, else that of its bare language subtag, else English words under
 * the asked-for tag.
 * @param tag
 *   BCP 47 tag.
 * @returns
 *   The row, and whether it is really that language's (`false`: words fell back to English).
 */
export function languageRow(tag: string): { row: LanguageRow; known: boolean } {
  const own = languages[tag] ?? languages[tag.split("-")[0] ?? tag];
  if (own) return { row: own, known: true };
  const locale = new Intl.Locale(tag).maximize();
  const rightToLeft = new Set(["Arab", "Hebr", "Syrc", "Thaa", "Adlm", "Nkoo", "Rohg"]);
  const script = locale.script ?? "Latn";
  const direction = rightToLeft.has(script) ? "rtl" : "ltr";
  return {
    row: { ...en, tag, script, direction, reviewed: false, quotes: undefined },
    known: false,
  };
}
