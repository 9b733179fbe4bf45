import { en } from "../languages/en.ts";
import type { LanguageRow, Numerals } from "../languages/language.ts";
import { languages } from "../languages/list.ts";
import { counterStyles } from "../languages/number.ts";
import { patternsOf } from "./hyphenation.ts";
import { mannerOf, scriptRow, usualScripts } from "./scripts.ts";

export { languages };

/** What `languageRow` finds. */
export interface FoundLanguage {
  row: LanguageRow;
  /** Whether the words are really that language's. */
  known: boolean;
  /** When they are not: what the row is made of, in a sentence without a full stop. */
  fallback?: string;
}

/**
 * Languages whose readers write another one, and read its words.
 *
 * Source: ISO 639-3 macrolanguages `ara`, `hmn`, `msa`, `nor`, `pus`, `zho`, as far as they share a written standard.
 * `Intl` itself reads the codes of others, and some of these, as the macrolanguage's: `prs` as `fa-AF`.
 */
const written: Readonly<Record<string, string>> = {
  ...toEach("ar", "acm acq aeb afb ajp apc apd arq ars ary arz ayl"),
  ...toEach("hmn", "hnj mww"),
  ...toEach("ms", "zlm"),
  ...toEach("nb", "no"),
  ...toEach("ps", "pbt pst"),
  ...toEach("zh", "cdo cjy cpx gan hak hsn mnp nan wuu yue"),
};

/**
 * The row for a language: its own; that of the same language in the same script (`zh-TW` → `zh-Hant`); that of the
 * language its readers write; else English words, set as its script is.
 * @param tag
 *   BCP 47 tag.
 * @returns
 *   The row, whether it is really that language's, and if not, what it is made of. Never throws.
 */
export function languageRow(tag: string): FoundLanguage {
  const known = found.get(tag) ?? find(tag);
  // Tags are whatever authors write.
  if (found.size >= most) found.clear();
  found.set(tag, known);
  return known;
}

/** Rows found before: every text asks for its own a dozen times. */
const found = new Map<string, FoundLanguage>();
const most = 1000;

/** `Hmong (hmn)`: what people call it, where ICU knows, and what they write. */
function nameOf(type: "language" | "script", code: string): string {
  try {
    const name = new Intl.DisplayNames(["en"], { type, fallback: "none" }).of(code);
    if (type === "script") return name ?? code;
    return name === undefined ? code : `${name} (${code})`;
  } catch {
    // Not every tag that authors write is one.
    return code;
  }
}

function find(tag: string): FoundLanguage {
  const { language, name, region, script } = subtagsOf(tag);
  const hyphenation = patternsOf({ language, region }, script);
  const own = held(tag) ?? held(name) ?? rowOf(language, script);
  if (own) {
    const row = hyphenation ? { ...own, hyphenation } : own;
    return { row: region === undefined ? row : { ...row, ...mannersOf(name, row) }, known: true };
  }

  const standard = written[language];
  const kin = standard === undefined ? undefined : rowOf(standard, script);
  if (kin)
    return {
      row: { ...kin, tag, reviewed: false, borrowed: kin.tag },
      known: false,
      fallback: `No words are held for ${nameOf("language", tag)}; those for ${nameOf("language", kin.tag)} are used`,
    };

  const other = held(language);
  const lack = other
    ? `Words for ${nameOf("language", language)} are held in the ${nameOf("script", other.script)} script only`
    : `No words are held for ${nameOf("language", tag)}`;
  return {
    row: { ...borrowedRow(tag, script), hyphenation },
    known: false,
    fallback: `${lack}; English words are used, and the text is set as the ${nameOf("script", script)} script is`,
  };
}

/**
 * The language, full tag without region, and script of a tag.
 *
 * Likely subtags are CLDR's, by way of `Intl`, but for `usualScripts`.
 */
function subtagsOf(tag: string) {
  const locale = localeOf(tag);
  const language = locale?.language ?? "und";
  const script = locale?.script ?? usualScripts[language] ?? locale?.maximize().script ?? "Latn";
  const name = locale?.baseName ?? tag;
  return { language, name, region: locale?.region, script: mannerOf(language, script) };
}

function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}

function rowOf(language: string, script: string): LanguageRow | undefined {
  return [held(`${language}-${script}`), held(language)].find((row) => row?.script === script);
}

// An author's tag may be any word, `constructor` too.
function held(tag: string): LanguageRow | undefined {
  return Object.hasOwn(languages, tag) ? languages[tag] : undefined;
}

/** How a country writes its dates, and in which digits: Egypt and Morocco are of two minds about Arabic's. */
function mannersOf(locale: string, row: LanguageRow): Partial<LanguageRow> {
  const { numberingSystem } = new Intl.NumberFormat(locale).resolvedOptions();
  const isHeld = row.months === undefined && Object.hasOwn(counterStyles, numberingSystem);
  if (!isHeld) return {};
  const numerals = numberingSystem as Numerals;
  return { locale, numerals, listStyle: counterStyles[numerals] };
}

function borrowedRow(tag: string, script: string): LanguageRow {
  const { direction, italics, leading, lineBreak, noteMark, wordBreak } = scriptRow(script);
  return {
    ...en,
    tag,
    script,
    direction,
    reviewed: false,
    modifiedWords: [],
    // A wrong shape is worse than the mark as typed.
    quotes: undefined,
    noteMark,
    leading,
    italics,
    lineBreak,
    wordBreak,
    binding: direction === "rtl" ? "right" : "left",
    borrowed: "en",
  };
}

function toEach(standard: string, tags: string): Record<string, string> {
  return Object.fromEntries(tags.split(" ").map((tag) => [tag, standard]));
}
