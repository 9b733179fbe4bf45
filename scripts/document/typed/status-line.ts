import type { StatusName } from "../../tables/statuses.ts";

const decoration = /^[\s[(*_–—-]+|[\s\])*_†‡.:–—-]+$/gu;
const separator = /^\s*[-–—:,;(|/.]\s*/u;
const number = /^(?:v(?:ersion)?\.?\s*)?\p{N}[\p{N}./:-]*$/iu;
const year = /(?<!\p{N})(?:19|20)\d\d(?!\p{N})/u;
const longest = 72;
const mostWords = 8;
// “Not for distribution.” is no sentence of the text's.
const fewWords = 4;

/**
 * Tells whether a line is nothing but a status, as `DRAFT`, `[Draft]`, `DRAFT - not for
 * distribution`, `Draft 3` are; prose that begins with the word isn't.
 * @param line
 *   Text of the line.
 * @param words
 *   Words for statuses in every language, lower case, and the status each names.
 * @returns
 *   The status.
 */
export function statusOf(
  line: string,
  words: Readonly<Record<string, StatusName>>,
): StatusName | undefined {
  const trimmed = line.normalize("NFC").trim();
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
  return tail === "" || saysMore(tail, trimmed) ? words[word] : undefined;
}

// What may follow the word: a version, a date, or a few words set off from it.
function saysMore(tail: string, line: string): boolean {
  const said = tail.trim();
  const count = said.split(/\s+/u).length;
  if (number.test(said)) return true;
  if (count <= 4 && /^\p{N}/u.test(said) && year.test(said)) return true;
  const isSentence = count > fewWords && /[.!?]$/u.test(line) && line !== line.toUpperCase();
  return separator.test(tail) && count <= mostWords && !isSentence;
}
