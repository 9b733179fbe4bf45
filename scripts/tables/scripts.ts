import { alphabet, han, hangul, type ScriptRow } from "./script-row.ts";

/**
 * Scripts by ISO 15924 code: every one that the Universal Declaration of Human Rights is kept in, and a few that
 * its languages are also written in.
 *
 * Direction is CLDR's. Leading and size are starting values: leading from ascent and descent of the Noto faces, size
 * from how large their letters look beside Latin ones; both are for type of 10.5–11 pt.
 */
export const scripts: Readonly<Record<string, ScriptRow>> = {
  Adlm: { ...alphabet, letters: ["Adlm"], direction: "rtl", size: 1.05 }, // Adlam
  // Arabic.
  Arab: {
    ...alphabet,
    letters: ["Arab"],
    direction: "rtl",
    numerals: "arab",
    noteMark: "bracketed",
    leading: 1.8,
    size: 1.15,
  },
  // Arabic as Nastaliq, whose words hang from above the line down to it.
  Aran: {
    ...alphabet,
    letters: ["Arab"],
    direction: "rtl",
    numerals: "arabext",
    noteMark: "bracketed",
    leading: 2.4,
    size: 1.1,
  },
  Armn: { ...alphabet, letters: ["Armn"] }, // Armenian
  Bali: { ...alphabet, letters: ["Bali"], noteMark: "bracketed", leading: 2, size: 1.05 }, // Balinese
  Bamu: { ...alphabet, letters: ["Bamu"] }, // Bamum
  // Bengali and Assamese.
  Beng: { ...alphabet, letters: ["Beng"], numerals: "beng", leading: 1.6, size: 1.05 },
  // Chakma.
  Cakm: { ...alphabet, letters: ["Cakm"], noteMark: "bracketed", leading: 1.7, size: 1.05 },
  Cans: { ...alphabet, letters: ["Cans"] }, // Canadian syllabics
  Cham: { ...alphabet, letters: ["Cham"], noteMark: "bracketed", leading: 1.7, size: 1.05 }, // Cham
  Cher: { ...alphabet, letters: ["Cher"] }, // Cherokee
  Cyrl: { ...alphabet, letters: ["Cyrl"], leading: 1.4, italics: true }, // Cyrillic
  Deva: { ...alphabet, letters: ["Deva"], numerals: "deva", leading: 1.6, size: 1.1 }, // Devanagari
  // Ethiopic.
  Ethi: { ...alphabet, letters: ["Ethi"], noteMark: "bracketed", leading: 1.6, size: 1.05 },
  Geor: { ...alphabet, letters: ["Geor"] }, // Georgian
  // Grantha.
  Gran: { ...alphabet, letters: ["Gran"], noteMark: "bracketed", leading: 1.8, size: 1.05 },
  Grek: { ...alphabet, letters: ["Grek"], leading: 1.4, italics: true }, // Greek
  Gujr: { ...alphabet, letters: ["Gujr"], numerals: "gujr", leading: 1.6, size: 1.05 }, // Gujarati
  Guru: { ...alphabet, letters: ["Guru"], numerals: "guru", leading: 1.6, size: 1.05 }, // Gurmukhi
  Hang: { ...hangul }, // Korean without Han
  Hani: { ...han }, // Han, of no one country
  Hans: { ...han }, // Han, simplified
  Hant: { ...han }, // Han, traditional
  // Hebrew and Yiddish.
  Hebr: { ...alphabet, letters: ["Hebr"], direction: "rtl", noteMark: "bracketed", size: 1.05 },
  Hmnp: { ...alphabet, letters: ["Hmnp"] }, // Nyiakeng Puachue Hmong
  // Javanese.
  Java: {
    ...alphabet,
    letters: ["Java"],
    noteMark: "bracketed",
    leading: 2,
    size: 1.05,
    breaks: "unknown",
  },
  Jpan: { ...han, letters: ["Hira", "Kana", "Hani"] }, // Japanese
  // Khmer.
  Khmr: {
    ...alphabet,
    letters: ["Khmr"],
    numerals: "khmr",
    noteMark: "bracketed",
    leading: 1.9,
    size: 1.1,
    breaks: "dictionary",
  },
  Knda: { ...alphabet, letters: ["Knda"], numerals: "knda", leading: 1.7, size: 1.05 }, // Kannada
  Kore: { ...hangul }, // Korean
  // Tai Tham.
  Lana: {
    ...alphabet,
    letters: ["Lana"],
    noteMark: "bracketed",
    leading: 2,
    size: 1.1,
    breaks: "unknown",
  },
  Lisu: { ...alphabet, letters: ["Lisu"] }, // Lisu
  // Lao.
  Laoo: {
    ...alphabet,
    letters: ["Laoo"],
    numerals: "laoo",
    noteMark: "bracketed",
    leading: 1.8,
    size: 1.1,
    breaks: "dictionary",
  },
  Latn: { ...alphabet, letters: ["Latn"], leading: 1.4, italics: true }, // Latin
  Mlym: { ...alphabet, letters: ["Mlym"], numerals: "mlym", leading: 1.6, size: 1.05 }, // Malayalam
  // Mongolian, which runs down and then right.
  Mong: {
    ...alphabet,
    letters: ["Mong"],
    numerals: "mong",
    noteMark: "bracketed",
    leading: 1.75,
    size: 1.1,
    writingMode: "vertical-lr",
  },
  // Meetei Mayek.
  Mtei: { ...alphabet, letters: ["Mtei"], noteMark: "bracketed", leading: 1.6, size: 1.05 },
  // Myanmar.
  Mymr: {
    ...alphabet,
    letters: ["Mymr"],
    numerals: "mymr",
    noteMark: "bracketed",
    leading: 2.1,
    size: 1.05,
    breaks: "dictionary",
  },
  // N’Ko.
  Nkoo: {
    ...alphabet,
    letters: ["Nkoo"],
    direction: "rtl",
    noteMark: "bracketed",
    leading: 1.6,
    size: 1.1,
  },
  Olck: { ...alphabet, letters: ["Olck"] }, // Ol Chiki
  Orya: { ...alphabet, letters: ["Orya"], numerals: "orya", leading: 1.7, size: 1.05 }, // Odia
  Osge: { ...alphabet, letters: ["Osge"] }, // Osage
  Pauc: { ...alphabet, letters: ["Pauc"] }, // Pau Cin Hau
  // Hanifi Rohingya.
  Rohg: {
    ...alphabet,
    letters: ["Rohg"],
    direction: "rtl",
    noteMark: "bracketed",
    leading: 1.7,
    size: 1.1,
  },
  Sinh: { ...alphabet, letters: ["Sinh"], leading: 1.6, size: 1.05 }, // Sinhala
  // Syriac.
  Syrc: {
    ...alphabet,
    letters: ["Syrc"],
    direction: "rtl",
    noteMark: "bracketed",
    leading: 1.8,
    size: 1.15,
  },
  Taml: { ...alphabet, letters: ["Taml"], numerals: "tamldec", leading: 1.6 }, // Tamil
  // Tai Viet.
  Tavt: { ...alphabet, letters: ["Tavt"], noteMark: "bracketed", leading: 1.7, size: 1.05 },
  Telu: { ...alphabet, letters: ["Telu"], numerals: "telu", leading: 1.7, size: 1.05 }, // Telugu
  Tfng: { ...alphabet, letters: ["Tfng"] }, // Tifinagh
  Tglg: { ...alphabet, letters: ["Tglg"], leading: 1.6, size: 1.05 }, // Tagalog
  // Thaana.
  Thaa: {
    ...alphabet,
    letters: ["Thaa"],
    direction: "rtl",
    noteMark: "bracketed",
    leading: 1.7,
    size: 1.1,
  },
  // Thai.
  Thai: {
    ...alphabet,
    letters: ["Thai"],
    numerals: "thai",
    leading: 1.7,
    size: 1.1,
    breaks: "dictionary",
  },
  // Tibetan.
  Tibt: {
    ...alphabet,
    letters: ["Tibt"],
    numerals: "tibt",
    noteMark: "bracketed",
    leading: 2,
    size: 1.15,
    breaks: "syllables",
  },
  Vaii: { ...alphabet, letters: ["Vaii"] }, // Vai
  Yiii: { ...alphabet, letters: ["Yiii"], leading: 1.6, size: 0.95, breaks: "letters" }, // Yi
};

/**
 * The scripts of languages whose likely script, by CLDR, is not the one they are mostly printed in today.
 *
 * Source: the languages' own editions of the Universal Declaration of Human Rights.
 */
export const usualScripts: Readonly<Record<string, string>> = {
  bax: "Latn",
  cjs: "Cyrl",
  crh: "Latn",
  ctd: "Latn",
  hnj: "Latn",
  lad: "Latn",
  mww: "Latn",
  ojb: "Cans",
  swb: "Latn",
  zdj: "Latn",
};

/**
 * The script that readers of a language expect, which its tag may not tell: Arabic in Nastaliq has a code of its own
 * in ISO 15924, that no language tag has by default.
 * @param language
 *   Language subtag.
 * @param script
 *   ISO 15924 code of its script, by its tag or by CLDR.
 */
export function mannerOf(language: string, script: string): string {
  return script === "Arab" && nastaliq.has(language) ? "Aran" : script;
}

/** Languages whose books and papers are in Nastaliq: Urdu, Kashmiri, Khowar, Hindko, and those of the Punjab. */
const nastaliq = new Set("hnd hno khw ks lah pa phr pnb skr trw ur".split(" "));

/**
 * The row for a script.
 * @param script
 *   ISO 15924 code.
 * @returns
 *   Its row; for a script that has none, that of an alphabet without italics, run as Unicode says.
 */
export function scriptRow(script: string): ScriptRow {
  const row = Object.hasOwn(scripts, script) ? scripts[script] : undefined;
  const direction = rightToLeft.has(script) ? "rtl" : "ltr";
  return row ?? { ...alphabet, letters: [script], direction };
}

// Scripts without a row of their own that run from the right, by CLDR; most are no longer in use.
const rightToLeft = new Set([
  ...["Armi", "Avst", "Chrs", "Cprt", "Elym", "Gara", "Hatr", "Hung", "Khar", "Lydi", "Mand"],
  ...["Mani", "Mend", "Merc", "Mero", "Narb", "Nbat", "Orkh", "Ougr", "Palm", "Phli", "Phlp"],
  ...["Phnx", "Prti", "Samr", "Sarb", "Sidt", "Sogd", "Sogo", "Yezi"],
]);
