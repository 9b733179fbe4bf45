/** What Handbill knows of a language: a row, data only, one file a language. */
export interface LanguageRow {
  /** BCP 47 tag; the name of the file. */
  tag: string;
  /** ISO 15924. */
  script: string;
  direction: "ltr" | "rtl";
  /** Whether a reader of the language has checked `words`. */
  reviewed: boolean;
  /** Words to ask a reader about first. */
  unsure: readonly (keyof Words)[] | "all";
  words: Words;
  /** Headings that a typed manuscript may set over its notes, lower case, without final punctuation. */
  noteHeadings: readonly string[];
  /** Words that, alone on the first line, give the status, lower case. */
  statusWords: Readonly<Record<string, "draft" | "review" | "final">>;
  /** What manuscripts also write in place of `lastModified`, before its date, lower case. */
  modifiedWords: readonly string[];
  /**
   * What typed straight marks become; `undefined`: they stay as typed. `single` is an apostrophe wherever the inner
   * quotation marks do not end in one.
   */
  quotes?: { double: Pair; single: Pair } | undefined;
  /** Quotation marks as printed, without the spaces of `punctuationSpace`. */
  quotationMarks: { outer: Pair; inner: Pair };
  /** Digits of folios, lists and dates. */
  numerals: Numerals;
  /** Names of the months, for a language that `Intl` does not hold. */
  months: readonly string[] | undefined;
  /** Raised figures, or full-size ones in brackets where a script leaves no room above. */
  noteMark: "superior" | "bracketed";
  /** Line height over type size, for text of 10.5–11 pt. */
  leading: number;
  /** Whether a slanted face exists in the tradition; otherwise emphasis is bold. */
  italics: boolean;
  /** CSS `list-style-type` of ordered lists. */
  listStyle: string;
  /** CSS `line-break`. */
  lineBreak: "auto" | "strict";
  /** CSS `word-break`. */
  wordBreak: "normal" | "keep-all";
  /** Name of the pattern set in the `hyphen` package; `undefined`: words are not divided. */
  hyphenation: string | undefined;
  /** No-break spaces the language sets around its punctuation. */
  punctuationSpace: readonly PunctuationSpace[];
  /** Edge at which a booklet is bound. */
  binding: "left" | "right";
  /** Only on the row of a tag that names a country: what dates and numbers are asked for by, else `tag`. */
  locale?: string;
  /** Only on the row of a language we hold no file for: tag of the language that `words` are in. */
  borrowed?: string;
}

/** Opening and closing mark. */
export type Pair = readonly [open: string, close: string];

/** A space that goes with some marks. */
export interface PunctuationSpace {
  space: string;
  /** Marks it goes before. */
  before: string;
  /** Marks it goes after. */
  after: string;
}

/** Digits, by their CLDR name, that a CSS counter style exists for. */
export type Numerals =
  | "arab"
  | "arabext"
  | "beng"
  | "deva"
  | "gujr"
  | "guru"
  | "hanidec"
  | "khmr"
  | "knda"
  | "laoo"
  | "latn"
  | "mlym"
  | "mong"
  | "mymr"
  | "orya"
  | "tamldec"
  | "telu"
  | "thai"
  | "tibt";

/** Interface words. What stands in braces is filled in, and has to stand in every language's words. */
export interface Words {
  draft: string;
  review: string;
  notes: string;
  contents: string;
  /** Heading of the list of outside addresses. */
  links: string;
  /** `Page {page} of {pages}`; where its grammar is in doubt, `{page} / {pages}`. */
  pageOf: string;
  /** `Last modified {date}`. */
  lastModified: string;
  /** `Version {version}`. */
  version: string;
  /** Spoken label of a link back from a note to its call. */
  backToText: string;
  /** `page {page}`, before a page number in contents, for a screen reader. */
  page: string;
  /** `Translated by {name}`. */
  translatedBy: string;
  /** Of a translation nobody has read against the original. */
  unreviewedTranslation: string;
  /** Of a translation that a reader of the language has read against the original. */
  reviewedTranslation: string;
  /** Of a translation no person has worked on. */
  machineTranslation: string;
  /** Of a translation the organisation has made its own. */
  adopted: string;
  /** Over what goes on from the page before. */
  continued: string;
  /** `See {place}`, a reference to another place in the text. */
  see: string;
  /** Of a box of a task list, as it is read out. */
  checked: string;
  unchecked: string;
}
