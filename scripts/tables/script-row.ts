import type { LanguageRow, Numerals } from "../languages/language.ts";

/** How a script is set: what its languages share. */
export interface ScriptRow
  extends Pick<
    LanguageRow,
    "direction" | "italics" | "leading" | "lineBreak" | "noteMark" | "wordBreak"
  > {
  /** ISO 15924 codes of the Unicode scripts its letters belong to. */
  letters: readonly string[];
  /** Its own digits, where a CSS counter style counts in them. */
  numerals: Numerals;
  /** Type size beside Latin of the same apparent size. */
  size: number;
  /**
   * Where a line may end: at spaces, where words end by the browser's dictionary, after syllables, after almost any
   * letter; `unknown`: nothing marks it and no dictionary knows, so that a long line has to break anywhere.
   */
  breaks: "spaces" | "dictionary" | "syllables" | "letters" | "unknown";
  /** CSS `text-autospace`: whether Latin stands a little apart from its letters, without a space. */
  autospace: "normal" | "no-autospace";
  /** CSS `writing-mode` of the tradition. */
  writingMode: "horizontal-tb" | "vertical-lr";
}

/** What most scripts have in common. */
export const alphabet: Omit<ScriptRow, "letters"> = {
  direction: "ltr",
  numerals: "latn",
  noteMark: "superior",
  leading: 1.5,
  size: 1,
  italics: false,
  lineBreak: "auto",
  wordBreak: "normal",
  breaks: "spaces",
  // Of Han and kana; other letters know none.
  autospace: "normal",
  writingMode: "horizontal-tb",
};

/** Han, of no one country. */
export const han: ScriptRow = {
  ...alphabet,
  letters: ["Hani"],
  numerals: "hanidec",
  leading: 1.7,
  size: 0.95,
  lineBreak: "strict",
  breaks: "letters",
};

/** Hangul with Han. */
export const hangul: ScriptRow = {
  ...alphabet,
  letters: ["Hang", "Hani"],
  leading: 1.6,
  size: 0.95,
  lineBreak: "strict",
  wordBreak: "keep-all",
  // Chromium would set Hangul apart from what belongs to its word; between words Korean has spaces.
  autospace: "no-autospace",
};
