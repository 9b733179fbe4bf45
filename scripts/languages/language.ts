/** What Handbill knows of a language: a row, data only. */
export interface LanguageRow {
  /** BCP 47 tag. */
  tag: string;
  /** ISO 15924. */
  script: string;
  direction: "ltr" | "rtl";
  /** Whether a reader of the language has checked `words`. */
  reviewed: boolean;
  words: Words;
  /** Headings that a typed manuscript may set over its notes, lower case, without final punctuation. */
  noteHeadings: readonly string[];
  /** Words that, alone on the first line, give the status, lower case. */
  statusWords: Readonly<Record<string, "draft" | "review" | "final">>;
  /** Quotation marks, opening and closing; absent: straight marks stay as typed. */
  quotes?: { double: readonly [string, string]; single: readonly [string, string] };
}

/** Interface words. `{page}`, `{pages}`, `{date}`, `{version}` are filled in. */
export interface Words {
  draft: string;
  review: string;
  notes: string;
  contents: string;
  /** Heading of the list of outside addresses. */
  links: string;
  pageOf: string;
  lastModified: string;
  version: string;
  /** Spoken label of a link back from a note to its call. */
  backToText: string;
  /** `page {page}`, before a page number in contents, for a screen reader. */
  page: string;
}
