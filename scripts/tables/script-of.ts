import { languageRow } from "./languages.ts";
import { scripts } from "./scripts.ts";

/**
 * The tag of a text, with its script named where the tag alone would mean another one: `az` over Cyrillic letters is
 * `az-Cyrl`.
 * @param tag
 *   BCP 47 tag that the text is said to be in.
 * @param text
 *   The text.
 * @returns
 *   The tag as given when most letters are of its script, or there are no letters; else with the script they are of.
 */
export function tagOfText(tag: string, text: string): string {
  const most = scriptOf(text);
  const { script } = languageRow(tag).row;
  if (most === undefined || scripts[script]?.letters.includes(most)) return tag;
  const [language = "und", ...rest] = tag.split("-").filter((part) => !/^\p{L}{4}$/u.test(part));
  return [language, wholes[most] ?? most, ...rest].join("-");
}

/** Scripts that are written in more than one of Unicode's. */
const wholes: Readonly<Record<string, string>> = { Hang: "Kore", Hira: "Jpan", Kana: "Jpan" };

const letters = [...new Set(Object.values(scripts).flatMap((row) => row.letters))];
const patterns = letters.map((code) => [code, new RegExp(`\\p{Script=${code}}`, "gu")] as const);

/** ISO 15924 code of the Unicode script that most letters of a text belong to. */
function scriptOf(text: string): string | undefined {
  const counted = patterns.map(([code, pattern]) => ({
    code,
    count: text.match(pattern)?.length ?? 0,
  }));
  const most = counted.reduce((one, other) => (other.count > one.count ? other : one));
  return most.count > 0 ? most.code : undefined;
}
