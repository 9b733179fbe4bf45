import type { LanguageRow } from "../../languages/language.ts";
import { languageRow } from "../../tables/languages.ts";

/**
 * Attributes of an element that holds words of ours: which language they are in, when it is not that of the text.
 * @param language
 *   Row of the text's language.
 * @param id
 *   Id of an inline element: without one Chromium loses its language.
 * @returns
 *   `lang`, `dir` and `id`, or nothing.
 */
export function generated(
  language: LanguageRow,
  id?: string,
): { lang?: string; dir?: string; id?: string } {
  const { borrowed, direction } = language;
  if (borrowed === undefined) return {};
  const own = languageRow(borrowed).row.direction;
  return { lang: borrowed, ...(id && { id }), ...(own !== direction && { dir: own }) };
}
