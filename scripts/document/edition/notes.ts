import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { visit } from "unist-util-visit";
import type { LanguageRow } from "../../languages/language.ts";
import { formatNumber } from "../../languages/number.ts";
import { copyTree } from "../../markdown/copy-tree.ts";
import type { FormatRow } from "../../tables/formats.ts";
import type { Document, Note } from "../../types.ts";
import { generated } from "../nodes/generated.ts";

interface Options {
  format: FormatRow;
  language: LanguageRow;
}

/**
 * The notes of a document, from where the press takes them to the feet of pages if the format says so.
 * @param document
 *   The document.
 * @param options
 *   Format and language.
 * @returns
 *   `section.notes`; `undefined` when there is none.
 */
export function notesOf(document: Document, options: Options): Element | undefined {
  if (document.notes.length === 0) return undefined;
  const heading = headingOf(document, options);
  const label = heading ? { ariaLabelledBy: "notes" } : { ariaLabel: options.language.words.notes };
  return h("section.notes", { role: "doc-endnotes", ...label }, [
    heading,
    ...document.notes.map((note) => noteOf(note, options.language)),
  ]);
}

function headingOf(document: Document, { format, language }: Options): Element | undefined {
  const { notesHeading, places } = document;
  if (notesHeading !== undefined)
    return h("h2", { id: "notes", dataPlace: places.notesHeading }, notesHeading);
  if (format.notes === "foot") return undefined;
  return h("h2", { id: "notes", dataGenerated: "", ...generated(language) }, language.words.notes);
}

function noteOf(note: Note, language: LanguageRow): Element {
  const { content, id, kind, mark, place } = note;
  const blocks = copyTree(content.children) as ElementContent[];
  const sign = h("span.mark", { dataGenerated: "" }, mark);
  const first = blocks[0];
  if (isParagraph(first)) {
    if (beginsLong(first)) first.properties.dataLong = "";
    first.children.unshift(sign, { type: "text", value: " " });
  } else blocks.unshift(h("p", { dataGenerated: "" }, [sign]));
  const back = waysBack(note, language);
  const last = blocks.at(-1);
  if (isParagraph(last)) last.children.push(...back);
  else blocks.push(h("p", { dataGenerated: "" }, back.slice(1)));
  const properties = { role: "doc-footnote", id, dataKind: kind, dataPlace: place };
  return h("div.note", properties, blocks);
}

/** Links from a note to its calls, each behind a space; of several, each has its number. */
function waysBack({ calls }: Note, language: LanguageRow): ElementContent[] {
  const { backToText } = language.words;
  return calls.flatMap((call, index) => {
    const number = calls.length > 1 ? formatNumber(language, index + 1) : undefined;
    const ariaLabel = number === undefined ? backToText : `${backToText} (${number})`;
    const link = {
      role: "doc-backlink",
      href: `#${call}`,
      ariaLabel,
      dataGenerated: "",
      dataNumber: number,
    };
    return [{ type: "text", value: " " }, h("a", { ...link, ...generated(language) }, "↩")];
  });
}

// As many letters may be longer than a line, and no word of a language is.
const long = /^[^\s\p{Lo}]{30}/u;

/** Whether what a paragraph begins with has to be cut at the end of its line: a word that is none, such as a key. */
function beginsLong(paragraph: Element): boolean {
  let isLong = false;
  visit(paragraph, "text", ({ value }) => {
    isLong = long.test(value);
    return false;
  });
  return isLong;
}

function isParagraph(node: ElementContent | undefined): node is Element {
  return node?.type === "element" && node.tagName === "p";
}
