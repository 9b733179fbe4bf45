import { complain } from "../complaints/complain.ts";
import type { LanguageRow } from "../languages/language.ts";
import { languageRow } from "../tables/languages.ts";
import { tagOfText } from "../tables/script-of.ts";
import { scriptRow } from "../tables/scripts.ts";
import type { Manuscript } from "../types.ts";

/** What a manuscript is written in. */
export interface TextLanguage {
  /** BCP 47 tag, with the script its letters show where the given one means another. */
  tag: string;
  row: LanguageRow;
}

/** Share of its letters from which on a text with addresses, names and code is still in its language's script. */
const share = 0.2;
/** Characters that show which script a text is written in. */
const enough = 4000;

/**
 * Finds the language a manuscript is to be set in, by its tag and its letters. Says so (`language-fallback`) when we
 * hold no words for it, or when lines cannot run as its script's do.
 * @param manuscript
 *   The manuscript.
 * @returns
 *   Tag and row.
 */
export function languageOf({ bodyOffset, file, language }: Manuscript): TextLanguage {
  const text = String(file.value).slice(bodyOffset, bodyOffset + enough);
  const tag = isWritten(languageRow(language).row.script, text)
    ? language
    : tagOfText(language, text);
  const { fallback, row } = languageRow(tag);
  if (fallback !== undefined)
    complain(
      file,
      "language-fallback",
      undefined,
      fallback,
      "Words that Handbill adds (“notes”, “page”) are looked up by language; the text itself is not changed.",
    );
  if (scriptRow(row.script).writingMode !== "horizontal-tb")
    complain(
      file,
      "language-fallback",
      undefined,
      `The script ${row.script} runs downwards; it is set in lines from left to right`,
      "Vertical lines cannot be set exactly yet.",
    );
  return { tag, row };
}

// Reading a pattern with properties of Unicode takes longer than looking for it.
const patterns = new Map<string, RegExp>();

function isWritten(script: string, text: string): boolean {
  const letters = scriptRow(script).letters.map((code) => `\\p{Script=${code}}`);
  const pattern = patterns.get(script) ?? new RegExp(`[${letters.join("")}]`, "gu");
  patterns.set(script, pattern);
  const own = text.match(pattern)?.length ?? 0;
  const all = text.match(/\p{L}/gu)?.length ?? 0;
  return own >= all * share;
}
