import type { Point } from "unist";
import { complain } from "../complaints/complain.ts";
import { pointAfter } from "../markdown/point-after.ts";
import { sourceLines } from "../markdown/source-lines.ts";
import type { Document, Manuscript } from "../types.ts";
import { documentLetters } from "./document-letters.ts";
import { call, type Letters, wordAt } from "./letters.ts";
import type { SourceLetters } from "./source-account.ts";
import { sourceLetters } from "./source-letters.ts";

/** A tag of HTML. */
const tag = /<\/?[a-z][^<>]*>/giu;
/** How many tags are named. */
const few = 3;

/**
 * Checks that every word of a manuscript is in its document, once and in order, by two accounts that
 * share no step but the parser's: a plain parse of the source, and the text of the document put back in source order.
 * A manuscript with an error on it already is not accounted for: nothing is made of it anyway.
 * @param manuscript
 *   Manuscript; the complaint (`text-lost`) goes on its file, at the first word that differs.
 * @param document
 *   The document made of it.
 */
export function checkDocument(manuscript: Manuscript, document: Document): void {
  if (manuscript.file.messages.some(({ fatal }) => fatal === true)) return;
  const source = sourceLetters(manuscript);
  const made = documentLetters(document, "before");
  const difference = firstDifference(source, made);
  if (!difference || !firstDifference(source, documentLetters(document, "after"))) return;
  const [at, there] = difference;
  const text = String(manuscript.file.value);
  const place = placeOf(source, Math.min(at, source.text.length - 1), text);
  complain(
    manuscript.file,
    "text-lost",
    place,
    reasonFor(source, at, made, there),
    `Nothing is made of this text, so that no word is lost; ${remedyFor(text, place)}`,
  );
}

/** What to do: HTML that is out of order is most of what loses words. */
function remedyFor(text: string, place: Point | undefined): string {
  const all = sourceLines(text).slice(0, place?.line ?? 0);
  const from = all.findLastIndex((line) => line.trim() === "") + 1;
  const typed = all.slice(from).flatMap((line) => line.match(tag) ?? []);
  const tags = [...new Set(typed)].slice(0, few).join(" ");
  return typed.length === 0
    ? "please report it with the text."
    : `take the HTML out here (${tags}), or write what it is for in Markdown. If that does not help, please report it with the text.`;
}

/** Where two accounts part: the indexes of the words, or nothing. */
function firstDifference(source: SourceLetters, made: Letters): [number, number] | undefined {
  let word: [number, number] = [0, 0];
  let there = 0;
  for (let at = 0; at < source.text.length; at++) {
    const gap = source.gaps[at];
    const other = made.gaps[there];
    if (gap !== 0 && other !== 0) word = [at, there];
    const length = matched(source, at, made, there);
    const apart = ((gap === 0 && other === 1) || (gap === 1 && other === 0)) && length !== 0;
    if (length === undefined || apart) return word;
    there += length;
  }
  return there < made.text.length ? [source.text.length, there] : undefined;
}

/** How many letters of the document one of the source stands for; `undefined`: they differ. */
function matched(source: SourceLetters, at: number, made: Letters, there: number) {
  const options = source.options.get(at);
  if (!options && source.text[at] === made.text[there]) return 1;
  if (!options) return isLevelled(source, at) && made.text[there - 1] === "-" ? 0 : undefined;
  const found = options.find((option) => {
    // A bracket behind a call counts as the mark's only right behind it.
    const isHere = (index: number) =>
      option[0] !== call || !index || made.gaps[there + index] === 0;
    // A drawn line is that of the document only if it is as long.
    const next = there + option.length;
    const isLonger = option.endsWith("_") && made.text[next] === "_" && made.gaps[next] === 0;
    return (
      !isLonger && [...option].every((unit, at) => made.text[there + at] === unit && isHere(at))
    );
  });
  return found?.length;
}

/** Whether a letter is a dash behind a dash over a border: where the other account has no border, they are one. */
function isLevelled({ text, gaps }: Letters, at: number): boolean {
  return text[at] === "-" && text[at - 1] === "-" && gaps[at] === 2;
}

function reasonFor(source: Letters, at: number, made: Letters, there: number): string {
  const [word, next] = twoWords(source, at);
  const [other, following] = twoWords(made, there);
  if (word === "") return `The document has the word “${other}”, which the text doesn't have there`;
  if (other === "" || next === other) return `The word “${word}” is lost from the document`;
  if (following === word) return `The document has “${other}” before the word “${word}”`;
  return `The text goes on with “${word}”, the document with “${other}”`;
}

function twoWords(letters: Letters, at: number): [string, string] {
  let next = at + 1;
  while (next < letters.text.length && letters.gaps[next] === 0) next++;
  return [wordAt(letters, at), wordAt(letters, next)];
}

// A value differs from its source by escapes and indents, so the word is found by its count.
function placeOf(source: SourceLetters, at: number, file: string): Point | undefined {
  const { node, value } = source.nodes[source.chunks[at] ?? -1] ?? {};
  const start = node?.position?.start;
  if (!start || value === undefined) return start;
  const index = source.indexes[at] ?? 0;
  const word = /^\S+/u.exec(value.slice(index))?.[0] ?? "";
  if (word === "") return start;
  const typed = lines(file, start, node.position?.end ?? start);
  const pieces = typed.split(word);
  const nth = value.slice(0, index).split(word).length;
  if (pieces.length <= nth) return start;
  return pointAfter(start, pieces.slice(0, nth).join(word));
}

function lines(file: string, start: Point, end: Point): string {
  const all = sourceLines(file).slice(start.line - 1, end.line);
  const last = all.length - 1;
  all[last] = all[last]?.slice(0, end.column - 1) ?? "";
  all[0] = all[0]?.slice(start.column - 1) ?? "";
  return all.join("\n");
}
