import { type FormatRow, formats, papers, type Sheet } from "../tables/formats.ts";
import { languageRow } from "../tables/languages.ts";
import type { Edition } from "../types.ts";

/** What the tables say of an edition: its format, its sheet, its language. */
export function rowsOf({ format: name, paper, document }: Edition) {
  const format: FormatRow = formats[name];
  // A screen has no sheet; what is made for one never asks.
  const sheet: Sheet = papers[paper][format.sheet ?? "page"];
  return { format, sheet, language: languageRow(document.matter.language) };
}
