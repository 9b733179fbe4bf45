import type { LanguageRow } from "./language.ts";

/** English. */
export const en: LanguageRow = {
  tag: "en",
  script: "Latn",
  direction: "ltr",
  reviewed: true,
  words: {
    draft: "Draft",
    review: "For review",
    notes: "Notes",
    contents: "Contents",
    links: "Addresses of links",
    pageOf: "Page {page} of {pages}",
    lastModified: "Last modified {date}",
    version: "Version {version}",
    backToText: "Back to the text",
    page: "page {page}",
  },
  noteHeadings: ["notes", "note", "footnotes", "endnotes"],
  statusWords: {
    draft: "draft",
    "first draft": "draft",
    "working draft": "draft",
    "for review": "review",
    review: "review",
    final: "final",
  },
  quotes: { double: ["“", "”"], single: ["‘", "’"] },
};
