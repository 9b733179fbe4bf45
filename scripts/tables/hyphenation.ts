/** How words of a language may be divided at the end of a line. Counts are of letters without combining marks. */
export interface HyphenationLimits {
  /** Letters of the shortest word that is divided. */
  word: number;
  /** Letters that stay before a hyphen, at least, and that go after one. */
  before: number;
  after: number;
  /** Whether words that begin with a capital are divided: names are not, but some languages spell every noun so. */
  capitals: boolean;
}

/**
 * Limits for ragged lines, where a hyphen has to save more space than it costs in reading: wider than those the
 * patterns were made for, which hyph-utf8 has as 2 letters on either side, in English 2 and 3.
 */
const usual: HyphenationLimits = { word: 8, before: 3, after: 4, capitals: false };
/** Languages of long words, whose lines would be half empty otherwise. */
const long: HyphenationLimits = { word: 7, before: 3, after: 3, capitals: false };
/** Scripts of syllables: one letter is two of an alphabet. */
const syllabic: HyphenationLimits = { word: 6, before: 2, after: 2, capitals: false };

/** Where they differ from the usual, by the name of the pattern set. */
const limits: Readonly<Record<string, HyphenationLimits>> = {
  cs: long,
  da: long,
  de: { ...long, capitals: true },
  el: long,
  et: long,
  fi: long,
  hr: long,
  hu: long,
  hy: long,
  is: long,
  ka: long,
  lt: long,
  lv: long,
  kn: syllabic,
  ml: syllabic,
  nb: long,
  nl: long,
  pl: long,
  ru: long,
  sk: long,
  sl: long,
  sv: long,
  ta: syllabic,
  te: syllabic,
  tr: long,
  uk: long,
};

/** Countries that divide English words by where they come from, as Britain does, not by how they sound. */
const british = new Set(["AU", "GB", "IE", "IN", "NZ", "ZA"]);

/** Sets for languages that we hold no words for, by the script they are for. */
const others: Readonly<Record<string, readonly string[]>> = {
  Cyrl: ["be", "mk"],
  Latn: [
    ...["af", "cy", "et", "eu", "fur", "ga", "gl", "hsb", "ia", "is", "la", "lt", "lv", "nn", "oc"],
    ...["pms", "rm", "sl", "tk"],
  ],
};

/**
 * The pattern set of a language without a row of its own, or of a country's way with a language.
 * @param locale
 *   Language, and country where the tag names one.
 * @param script
 *   ISO 15924 code of the script it is written in.
 * @returns
 *   Its name; nothing where the language's own row has the last word.
 */
export function patternsOf(
  { language, region }: { language: string; region?: string | undefined },
  script: string,
): string | undefined {
  if (language === "en" && region !== undefined && british.has(region)) return "en-gb";
  return others[script]?.includes(language) ? language : undefined;
}

/**
 * The limits of a pattern set.
 * @param patterns
 *   Name of the set, as a language's row has it.
 */
export function hyphenationLimits(patterns: string): HyphenationLimits {
  return limits[patterns] ?? usual;
}
