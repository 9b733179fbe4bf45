import { mannerOf } from "../tables/scripts.ts";

// Pairs of one character in its two writings, among the most used: those whose two forms differ everywhere.
const simplified = /[国这为们个时对会说权义无产与东乐习书买乱争于]/gu;
const traditional = /[國這為們個時對會說權義無產與東樂習書買亂爭於]/gu;

/**
 * The script that a text of a language is written in.
 * @param language
 *   BCP 47 tag. A script it names is taken at its word; else the likely one is.
 * @param text
 *   The text: a Chinese language whose tag names no script is written as its characters are.
 * @returns
 *   ISO 15924 code; `Zzzz` when the tag says nothing.
 */
export function scriptOf(language: string, text: string): string {
  const locale = new Intl.Locale(language);
  if (locale.script !== undefined) return mannerOf(locale.language, locale.script);
  const likely = mannerOf(locale.language, locale.maximize().script ?? "Zzzz");
  return likely === "Hans" || likely === "Hant" ? chinese(likely, text) : likely;
}

function chinese(likely: "Hans" | "Hant", text: string): "Hans" | "Hant" {
  const short = text.match(simplified)?.length ?? 0;
  const long = text.match(traditional)?.length ?? 0;
  if (short === long) return likely;
  return short > long ? "Hans" : "Hant";
}
