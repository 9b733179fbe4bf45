import { type PDFDocument, PDFHexString, PDFName, type PDFRef } from "@cantoo/pdf-lib";
import type { Fault, Logical, LogicalElement, LogicalText } from "../types.ts";
import { wordsOf } from "../words/words.ts";
import type { Expectation } from "./options.ts";
import { readTexts } from "./tags/read-texts.ts";
import { isElement, readTree, type TreeElement } from "./tags/read-tree.ts";
import { makeStructure } from "./tags/structure/structure.ts";
import type { Content, Structure } from "./tags/structure/structure-element.ts";

/** Words between two borders of blocks. */
interface Block {
  /** Structure type of the innermost block they are in. */
  type: string;
  words: string[];
  /** `line:column` of the source. */
  place?: string | undefined;
}

// Marks of direction, which help readers that don't know a word's own.
const direction = /\p{Bidi_Control}/gu;
const inline = new Set([
  ...["Span", "Em", "Strong", "Link", "Reference", "Code", "Quote", "Figure", "Ruby", "RB", "RT"],
]);
const note = "Nothing was written. Please report it, with the text if you can.";
const copyNote =
  "Screen readers get it right; a search or a copy may not. Please report it, with the text if you can.";

/**
 * Checks that the words read back from the structure of a finished file are those of the document, block by
 * block and in order: glyph by glyph, and where that fails, as the structure says instead.
 * @param document
 *   Finished PDF.
 * @param expected
 *   What it should say.
 * @returns
 *   A fault at the place of the first block of which the file says something else: `pdf-lost` where nothing in
 *   it says the words, `pdf-copy` where only readers that follow the structure get them.
 */
export function checkWords(document: PDFDocument, { logical, language }: Expectation): Fault[] {
  const [top] = readTree(document);
  const texts = readTexts(document);
  const wanted = wantedBlocks(logical, language);
  const lost = firstLost(wanted, top ? foundBlocks(top, texts, false) : []);
  if (!lost) return [];
  const told = firstLost(wanted, top ? foundBlocks(top, texts, true) : []);
  if (told) return [{ rule: "pdf-lost", note, ...told }];
  return [{ rule: "pdf-copy", note: copyNote, ...lost }];
}

type Lost = Pick<Fault, "place" | "reason">;

/** The first block that wasn't found. */
function firstLost(wanted: readonly Block[], found: readonly Block[]): Lost | undefined {
  let next = 0;
  for (const block of wanted) {
    // The browser numbers lists; what it wrote is no part of the text.
    while (found[next]?.type === "Lbl" && !isSame(block, found[next])) next++;
    const reason = difference(block.words, found[next]?.words ?? []);
    if (reason) return { place: block.place ?? "", reason };
    next++;
  }
  const rest = found.slice(next).find(({ type }) => type !== "Lbl");
  return rest && { place: "", reason: `the word “${rest.words[0]}” is in the PDF twice` };
}

function isSame(one: Block, other: Block | undefined): boolean {
  return difference(one.words, other?.words ?? []) === undefined;
}

/** Says how two lists of words differ, naming the first word that does. */
function difference(wanted: readonly string[], found: readonly string[]): string | undefined {
  const length = Math.max(wanted.length, found.length);
  for (let index = 0; index < length; index++) {
    if (wanted[index] === found[index]) continue;
    return wanted[index] === undefined
      ? `the word “${found[index]}” is in the PDF twice`
      : `the word “${wanted[index]}” cannot be read back from the PDF`;
  }
  return undefined;
}

function wantedBlocks({ root, foot }: Logical, language: string): Block[] {
  const texts: LogicalText[] = [];
  const number = (text: LogicalText | LogicalElement): Content[] =>
    "tag" in text ? [] : [{ page: 0, identifier: texts.push(text) - 1 }];
  const top = makeStructure({
    ...{ root, foot, language, contents: { get: number }, parts: new Set<number>() },
    isDrawn: () => false,
    isSpaced: () => false,
    isTurned: () => false,
    riseOf: () => undefined,
    boxOf: () => undefined,
  });
  return blocksOf(top, (kid: Structure["kids"][number]) => {
    if ("type" in kid) return { type: kid.type, kids: kid.kids, place: placeOf(kid) };
    return "identifier" in kid ? (texts[kid.identifier]?.text ?? "") : "";
  });
}

function placeOf({ source }: Structure): string | undefined {
  return source?.attributes["data-place"];
}

/** What a file says; `told`: as the structure says it where that says something else. */
function foundBlocks(
  top: TreeElement,
  texts: ReadonlyMap<PDFRef | undefined, readonly string[]>,
  told: boolean,
): Block[] {
  return blocksOf(top, (kid: TreeElement["kids"][number] | string) => {
    if (typeof kid === "string") return kid;
    if (!isElement(kid)) return texts.get(kid.page)?.[kid.identifier] ?? "";
    const actual = told ? kid.dictionary.lookup(actualText) : undefined;
    return actual instanceof PDFHexString
      ? { type: kid.type, kids: [actual.decodeText()] }
      : { type: kid.type, kids: kid.kids };
  });
}

const actualText = PDFName.of("ActualText");

/** Goes through a tree and gathers the words of each block. */
function blocksOf<Kid>(
  top: { type: string; kids: readonly Kid[] },
  read: (kid: Kid) => string | { type: string; kids: readonly Kid[]; place?: string | undefined },
): Block[] {
  const blocks: Block[] = [];
  let text = "";
  function flush(type: string, place: string | undefined): void {
    const words = wordsOf(text.replaceAll(direction, ""));
    if (words.length > 0) blocks.push({ type, words, place });
    text = "";
  }
  function visit(kids: readonly Kid[], type: string, place: string | undefined): void {
    for (const kid of kids) {
      const one = read(kid);
      if (typeof one === "string") text += one;
      else if (inline.has(one.type)) visit(one.kids, type, place);
      else {
        flush(type, place);
        visit(one.kids, one.type, one.place ?? place);
        flush(one.type, one.place ?? place);
      }
    }
  }
  visit(top.kids, top.type, undefined);
  flush(top.type, undefined);
  return blocks;
}
