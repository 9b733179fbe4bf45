import type { StatusName } from "../../tables/statuses.ts";
import { yearsIn } from "./years-in.ts";

/** Words for statuses, lower case, and the status each names. */
export type StatusWords = Readonly<Record<string, StatusName>>;

const decoration = /^[\s[(（［【〔*_–—-]+|[\s\])）］】〕*_†‡.:–—-]+$/gu;
const separator = /^\s*[-–—:,;(|/.]\s*/u;
const number = /^(?:v(?:ersion)?\.?\s*)?\p{N}[\p{N}./:-]*$/iu;
// What may follow a number: `3 – 12 May`, `v2.1 (for discussion)`.
const numbered =
  /^\s*(?:v(?:ersion)?\.?\s*|#|n(?:o\.|[.º°]+|r\.)\s*)?\p{N}[\p{N}.]*(?=\s*(?:$|[-–—;(|/]))/iu;
// `Entwurf vom 3. Februar 2024`, and not `Draft of 2024`.
const dated = /^\s+(?:\p{L}{1,4}\s+){1,2}\p{N}{1,2}(?!\p{N})/u;
const tag = /<\/?[a-z][^>]*>/giu;
const spacedOut = /^\p{L}(?:[ \u00a0]\p{L}){3,}$/u;
// “Status” in the languages whose templates have such a line.
const label =
  /^(?:status|statut|état|stato|estado|estatus|situação|stand|stav|stan|статус|состояние|стан|κατάσταση|状态|狀態|状況|ステータス|상태|trạng thái|tình trạng|katayuan|hali|durum|الحالة|وضعیت|حیثیت|סטטוס|מצב|स्थिति|অবস্থা)\s*[:：]\s*(?=\S)/iu;
/** Words for a draft that are also the word for a project, with which a title may begin: “Projet – Jardin partagé”. */
export const projectWords: ReadonlySet<string> = new Set(["проект", "проєкт", "minuta", "projet"]);
// What is said of a draft and of no project.
const ofDrafts =
  /diffus|diffonder|discussion|relecture|provisoire|confidentiel|interne|versi|distrib|circula|discus|divulg|распростран|обсужд|верси|редакц|согласован|поширен|обговор|версі|погодж/iu;
const longest = 72;
const mostWords = 8;
// “Not for distribution.” is no sentence of the text's.
const fewWords = 4;

/**
 * A line without what is set round a status: tags of HTML, spaces between its letters, “Status:” before it.
 * @param line
 *   Text of the line.
 */
export function undressed(line: string): string {
  const plain = line.normalize("NFC").replace(tag, "").trim();
  return spacedOut.test(plain) ? plain.replace(/\s/gu, "") : plain.replace(label, "");
}

/**
 * Tells whether a line is nothing but a status, as `DRAFT`, `[Draft]`, `DRAFT - not for
 * distribution`, `Draft 3` are; prose that begins with the word isn't.
 * @param line
 *   Text of the line.
 * @param words
 *   Words for statuses in every language.
 * @returns
 *   The status.
 */
export function statusOf(line: string, words: StatusWords): StatusName | undefined {
  const trimmed = undressed(line);
  if (trimmed.length > longest || /[\n\u2028]/u.test(trimmed)) return undefined;
  const bare = trimmed.replace(decoration, "");
  const lower = bare.toLowerCase();
  const word = Object.keys(words)
    .filter(
      (one) => lower === one || (lower.startsWith(one) && !/^\p{L}/u.test(lower.slice(one.length))),
    )
    .sort((one, other) => other.length - one.length)[0];
  if (word === undefined) return undefined;
  const tail = bare.slice(word.length);
  if (projectWords.has(word) && !isOfDraft(tail)) return undefined;
  return tail === "" || saysMore(tail, trimmed) ? words[word] : undefined;
}

// A version, a date, or words that are said of drafts alone.
function isOfDraft(tail: string): boolean {
  return !/\p{L}/u.test(tail) || numbered.test(tail) || dated.test(tail) || ofDrafts.test(tail);
}

// What may follow the word: a version, a date, or a few words set off from it.
function saysMore(tail: string, line: string): boolean {
  const rest = tail.replace(numbered, "");
  if (rest.trim() === "") return true;
  if (rest !== tail && saysMore(rest, line)) return true;
  const said = tail.trim();
  const count = said.split(/\s+/u).length;
  if (number.test(said)) return true;
  if (count <= 7 && dated.test(tail) && yearsIn(said).length > 0) return true;
  if (count <= 4 && /^\p{N}/u.test(said) && yearsIn(said).length > 0) return true;
  const isSentence = count > fewWords && /[.!?]$/u.test(line) && line !== line.toUpperCase();
  return separator.test(tail) && count <= mostWords && !isSentence;
}
