import { ordinalCount } from "./ordinal-words.ts";

// “Article I – Name”, “Part 2”.
const counted = /^\p{L}+\.?\s+(?:[IVXLC]+|\p{Nd}{1,3})(?:\s*[.:–—-]|$)/u;

// `第一章　总则`.
const countedInHan = /^第[\p{Nd}一二三四五六七八九十]{1,3}[章节節編编條条]/u;

/** What first sections are called, where many of our readers write: English, Spanish, French, Portuguese, German. */
const words: ReadonlySet<string> = new Set([
  ...[
    "abstract",
    "agenda",
    "background",
    "contents",
    "executive summary",
    "foreword",
    "introduction",
  ],
  ...["overview", "preamble", "preface", "purpose", "summary", "table of contents"],
  ...[
    "antecedentes",
    "introducción",
    "orden del día",
    "preámbulo",
    "resumen",
    "resumen ejecutivo",
    "índice",
  ],
  ...["avant-propos", "ordre du jour", "préambule", "résumé", "sommaire"],
  ...["introdução", "pauta", "preâmbulo", "resumo", "resumo executivo", "sumário"],
  ...["einleitung", "inhalt", "präambel", "tagesordnung", "vorwort", "zusammenfassung"],
]);

/**
 * Tells whether a line heads the first section of a text, and so names nobody.
 * @param line
 *   A short line right under the title.
 * @returns
 *   Whether it does.
 */
export function isOpeningHeading(line: string): boolean {
  if (ordinalCount(line)) return true;
  return counted.test(line) || countedInHan.test(line) || words.has(line.toLowerCase());
}
