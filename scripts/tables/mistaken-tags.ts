/**
 * What people write for a language that is no tag, and the tag they mean: codes of countries, and names that `Intl` has
 * for none of our languages. No code is one of a language (ISO 639-1, 639-3); those that are both, such as `se` (Northern
 * Sami, Sweden) and `kr` (Kanuri, Korea), are not here.
 */
export const mistakenTags: Readonly<Record<string, string>> = {
  al: "sq",
  bd: "bn",
  chinese: "zh-Hans",
  cn: "zh-Hans",
  creole: "ht",
  cz: "cs",
  dk: "da",
  eg: "ar",
  farsi: "fa",
  gr: "el",
  hk: "zh-Hant",
  il: "he",
  iq: "ar",
  ir: "fa",
  jp: "ja",
  kh: "km",
  mandarin: "zh-Hans",
  mx: "es-MX",
  np: "ne",
  ph: "fil",
  pk: "ur",
  rs: "sr",
  sp: "es",
  tagalog: "fil",
  ua: "uk",
  vn: "vi",
  中文: "zh-Hans",
};
