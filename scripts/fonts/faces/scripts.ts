import { book, type FaceRow, regular, upright, web } from "./face.ts";

/**
 * Faces of every other script but Han, kana and Hangul. None of these scripts but Thai has italics
 * (Amiri's slanted cuts are for Latin, and left out); where no bold is listed, none was drawn.
 */
export const uprights = {
  amiri: upright("amiri", "Amiri"),
  nastaliq: upright("noto-nastaliq-urdu", "NotoNastaliqUrdu"),
  vazirmatn: upright("vazirmatn", "Vazirmatn"),
  "frank-ruhl": upright("frank-ruhl-libre", "FrankRuhlLibre"),
  hebrew: upright("noto-sans-hebrew", "NotoSansHebrew"),
  syriac: upright("noto-sans-syriac", "NotoSansSyriac"),
  thaana: upright("noto-sans-thaana", "NotoSansThaana"),
  nko: regular("noto-sans-nko", "NotoSansNKo"),
  adlam: upright("noto-sans-adlam", "NotoSansAdlam"),
  "devanagari-serif": upright("noto-serif-devanagari", "NotoSerifDevanagari"),
  devanagari: upright("noto-sans-devanagari", "NotoSansDevanagari"),
  "bengali-serif": upright("noto-serif-bengali", "NotoSerifBengali"),
  gurmukhi: upright("noto-sans-gurmukhi", "NotoSansGurmukhi"),
  gujarati: upright("noto-sans-gujarati", "NotoSansGujarati"),
  tamil: upright("noto-sans-tamil", "NotoSansTamil"),
  telugu: upright("noto-sans-telugu", "NotoSansTelugu"),
  kannada: upright("noto-sans-kannada", "NotoSansKannada"),
  malayalam: upright("noto-sans-malayalam", "NotoSansMalayalam"),
  sinhala: upright("noto-sans-sinhala", "NotoSansSinhala"),
  grantha: web(
    "@fontsource/noto-sans-grantha",
    "noto-sans-grantha-grantha-400-normal",
    "NotoSansGrantha",
  ),
  thai: upright("noto-sans-thai", "NotoSansThai"),
  // With italics, drawn for Thai too.
  sarabun: { ...book("sarabun", "Sarabun"), features: "script" },
  lao: upright("noto-sans-lao", "NotoSansLao"),
  khmer: upright("noto-sans-khmer", "NotoSansKhmer"),
  myanmar: upright("noto-sans-myanmar", "NotoSansMyanmar"),
  tibetan: upright("noto-serif-tibetan", "NotoSerifTibetan"),
  javanese: upright("noto-sans-javanese", "NotoSansJavanese"),
  "tai-viet": regular("noto-sans-tai-viet", "NotoSansTaiViet"),
  "tai-tham": web(
    "@fontsource-variable/noto-sans-tai-tham",
    "noto-sans-tai-tham-tai-tham-wght-normal",
    "NotoSansTaiTham",
  ),
  chakma: regular("noto-sans-chakma", "NotoSansChakma"),
  tagalog: web(
    "@fontsource/noto-sans-tagalog",
    "noto-sans-tagalog-tagalog-400-normal",
    "NotoSansTagalog",
  ),
  ethiopic: upright("noto-sans-ethiopic", "NotoSansEthiopic"),
  armenian: upright("noto-sans-armenian", "NotoSansArmenian"),
  georgian: upright("noto-sans-georgian", "NotoSansGeorgian"),
  cherokee: upright("noto-sans-cherokee", "NotoSansCherokee"),
  syllabics: upright("noto-sans-canadian-aboriginal", "NotoSansCanadianAboriginal"),
  tifinagh: regular("noto-sans-tifinagh", "NotoSansTifinagh"),
  vai: regular("noto-sans-vai", "NotoSansVai"),
  mongolian: regular("noto-sans-mongolian", "NotoSansMongolian"),
  yi: regular("noto-sans-yi", "NotoSansYi"),
} as const satisfies Record<string, FaceRow>;
