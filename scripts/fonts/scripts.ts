import type { FaceName } from "./faces.ts";

/** What one script is set in. */
export interface ScriptRow {
  /** ISO 15924 codes it goes by in language tags. */
  codes: readonly string[];
  /** Its characters, those that it shares with other scripts included. */
  characters: RegExp;
  /** Faces of the text and of headings, by role, the wished-for first. */
  serif: readonly [FaceName, ...FaceName[]];
  sans: readonly [FaceName, ...FaceName[]];
  /** Which faces only lend what others lack: they have another country's shapes, or another manner. */
  lends?: "others" | "all";
}

/**
 * Faces by script, beside Latin, Greek and Cyrillic.
 *
 * Where faces are of like quality, the one whose words come back whole from a print decides (`pdftotext` on
 * the Declaration set by our browser, punctuation aside; share of all words):
 * Arabic, Persian, Urdu: Vazirmatn 89 93 96, Amiri 84 89 92, Scheherazade New 78 92 95, Noto Sans Arabic
 * 24 41 53, Noto Naskh Arabic 21 39 50, Noto Nastaliq Urdu 4 % of Urdu: what its readers expect to see all the same.
 * Amiri is the book face of the first three; what it loses are words with its lam-alef.
 * Bengali: Noto Serif 92, Noto Sans 74. Devanagari: Noto Serif and Noto Sans 99, Tiro 99, Mukta 97.
 * Hebrew, Thai, Lao, Khmer, Myanmar, Tibetan, Tamil, Sinhala, Ethiopic, Armenian, Georgian: 100 in every face
 * tried; Gujarati and Kannada 99.9, Gurmukhi 99, Telugu 97, Malayalam 89.
 */
export const scripts: readonly ScriptRow[] = [
  {
    codes: ["Arab"],
    characters: /\p{scx=Arab}/u,
    serif: ["amiri", "vazirmatn"],
    sans: ["vazirmatn", "amiri"],
  },
  {
    codes: ["Aran"],
    characters: /\p{scx=Arab}/u,
    serif: ["nastaliq", "amiri", "vazirmatn"],
    sans: ["nastaliq", "vazirmatn", "amiri"],
  },
  one("Hebr", /\p{scx=Hebr}/u, "frank-ruhl", "hebrew"),
  one("Rohg", /\p{scx=Rohg}/u, "rohingya"),
  one("Syrc", /\p{scx=Syrc}/u, "syriac"),
  one("Thaa", /\p{scx=Thaa}/u, "thaana"),
  one("Nkoo", /\p{scx=Nkoo}/u, "nko"),
  one("Adlm", /\p{scx=Adlm}/u, "adlam"),
  one("Deva", /\p{scx=Deva}/u, "devanagari-serif", "devanagari"),
  one("Beng", /\p{scx=Beng}/u, "bengali-serif"),
  one("Guru", /\p{scx=Guru}/u, "gurmukhi"),
  one("Gujr", /\p{scx=Gujr}/u, "gujarati"),
  one("Orya", /\p{scx=Orya}/u, "oriya"),
  one("Olck", /\p{scx=Olck}/u, "ol-chiki"),
  one("Mtei", /\p{scx=Mtei}/u, "meetei-mayek"),
  one("Taml", /\p{scx=Taml}/u, "tamil"),
  one("Telu", /\p{scx=Telu}/u, "telugu"),
  one("Knda", /\p{scx=Knda}/u, "kannada"),
  one("Mlym", /\p{scx=Mlym}/u, "malayalam"),
  one("Sinh", /\p{scx=Sinh}/u, "sinhala"),
  one("Gran", /\p{scx=Gran}/u, "grantha"),
  one("Thai", /\p{scx=Thai}/u, "sarabun", "thai"),
  one("Laoo", /\p{scx=Laoo}/u, "lao"),
  one("Khmr", /\p{scx=Khmr}/u, "khmer"),
  one("Mymr", /\p{scx=Mymr}/u, "myanmar"),
  one("Tibt", /\p{scx=Tibt}/u, "tibetan"),
  one("Cham", /\p{scx=Cham}/u, "cham"),
  one("Bali", /\p{scx=Bali}/u, "balinese"),
  one("Java", /\p{scx=Java}/u, "javanese"),
  one("Tavt", /\p{scx=Tavt}/u, "tai-viet"),
  one("Lana", /\p{scx=Lana}/u, "tai-tham"),
  one("Cakm", /\p{scx=Cakm}/u, "chakma"),
  one("Tglg", /\p{scx=Tglg}/u, "tagalog"),
  one("Ethi", /\p{scx=Ethi}/u, "ethiopic"),
  one("Armn", /\p{scx=Armn}/u, "armenian"),
  one("Geor", /\p{scx=Geor}/u, "georgian"),
  one("Cher", /\p{scx=Cher}/u, "cherokee"),
  one("Cans", /\p{scx=Cans}/u, "syllabics"),
  one("Tfng", /\p{scx=Tfng}/u, "tifinagh"),
  one("Osge", /\p{scx=Osge}/u, "osage"),
  one("Lisu", /\p{scx=Lisu}/u, "lisu"),
  one("Vaii", /\p{scx=Vaii}/u, "vai"),
  one("Mong", /\p{scx=Mong}/u, "mongolian"),
  one("Yiii", /\p{scx=Yiii}/u, "yi"),
  han(["Jpan", "Hrkt", "Hira", "Kana"], /[\p{scx=Hira}\p{scx=Kana}]/u, [
    "jp",
    "hant",
    "hans",
    "kr",
  ]),
  han(["Kore", "Hang"], /\p{scx=Hang}/u, ["kr", "hant", "jp", "hans"]),
  han(["Hans"], /[\p{scx=Hani}\u3000-\u303f\uff00-\uffef]/u, ["hans", "hant", "jp", "kr"]),
  han(["Hant"], /[\p{scx=Hani}\u3000-\u303f\uff00-\uffef]/u, ["hant", "hans", "jp", "kr"]),
  { codes: [], characters: /[\u4e00-\u9fff]/u, serif: ["kai"], sans: ["kai"], lends: "all" },
  // A text in Nôm is in its face throughout; others it lends what they lack.
  {
    codes: ["Hani"],
    characters: /\p{scx=Hani}/u,
    serif: ["nom", "song-hant", "song-hans", "song-jp"],
    sans: ["nom", "hei-hant", "hei-hans", "hei-jp"],
    lends: "others",
  },
];

function one(code: string, characters: RegExp, serif: FaceName, sans = serif): ScriptRow {
  return { codes: [code], characters, serif: [serif], sans: [sans] };
}

function han(
  codes: readonly string[],
  characters: RegExp,
  [first, ...others]: readonly [
    "hans" | "hant" | "jp" | "kr",
    ...("hans" | "hant" | "jp" | "kr")[],
  ],
): ScriptRow {
  return {
    codes,
    characters,
    serif: [`song-${first}`, ...others.map((country): FaceName => `song-${country}`)],
    sans: [`hei-${first}`, ...others.map((country): FaceName => `hei-${country}`)],
    lends: "others",
  };
}
