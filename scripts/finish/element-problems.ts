import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFString,
} from "@cantoo/pdf-lib";
import { isElement, type TreeElement } from "./tags/read-tree.ts";
import { rowWidths } from "./tags/structure/row-widths.ts";

/** Looks at all elements, in reading order; says what is wrong. */
type Look = (elements: readonly TreeElement[]) => string[];

const looks: readonly Look[] = [figures, headings, notes, tables, links];

/**
 * Says which elements lack what who hears them needs (PDF/UA-1, 7.3, 7.4.2, 7.5, 7.9, 7.18.5).
 * @param elements
 *   All of a file, in reading order.
 */
export function elementProblems(elements: readonly TreeElement[]): string[] {
  return looks.flatMap((look) => look(elements));
}

function figures(elements: readonly TreeElement[]): string[] {
  const bare = elements.filter(
    (element) => element.type === "Figure" && !textOf(element.dictionary, "Alt"),
  );
  return bare.map(() => "a picture has no alternative text");
}

function headings(elements: readonly TreeElement[]): string[] {
  const problems: string[] = [];
  let level = 0;
  for (const { type } of elements) {
    if (!/^H[1-6]$/.test(type)) continue;
    const next = Number(type[1]);
    if (next > level + 1) problems.push(`a heading of level ${next} follows one of level ${level}`);
    level = next;
  }
  return problems;
}

function notes(elements: readonly TreeElement[]): string[] {
  const ids = elements
    .filter(({ type }) => type === "Note")
    .map(({ dictionary }) => textOf(dictionary, "ID") ?? "");
  const names = new Set(ids.filter((id) => id !== ""));
  return names.size === ids.length ? [] : ["two notes have one name, or one has none"];
}

function tables(elements: readonly TreeElement[]): string[] {
  const problems: string[] = [];
  for (const table of elements.filter(({ type }) => type === "Table")) {
    const parts = [table, ...kidsOf(table, /^T(?:Head|Body|Foot)$/)];
    const widths = parts.flatMap((part) =>
      rowWidths(kidsOf(part, /^TR$/).map((row) => kidsOf(row, /^/).map(spanOf))),
    );
    if (new Set(widths).size > 1) problems.push("a table has rows of several lengths");
  }
  return problems;
}

function kidsOf({ kids }: TreeElement, type: RegExp): TreeElement[] {
  return kids.filter(isElement).filter((kid) => type.test(kid.type));
}

function links(elements: readonly TreeElement[]): string[] {
  const bare = elements.filter(
    ({ type, annotations }) => (type === "Link") !== annotations.length > 0,
  );
  return bare.map(() => "a link has no address, or something else has one");
}

function spanOf({ dictionary }: TreeElement): { columns: number; rows: number } {
  const attributes = dictionary.lookup(PDFName.of("A"));
  const list: Array<PDFObject | undefined> =
    attributes instanceof PDFArray
      ? attributes.asArray().map((_, index) => attributes.lookup(index))
      : [attributes];
  const read = (key: string) => {
    for (const one of list) {
      const value = one instanceof PDFDict ? one.lookup(PDFName.of(key)) : undefined;
      if (value instanceof PDFNumber) return value.asNumber();
    }
    return 1;
  };
  return { columns: read("ColSpan"), rows: read("RowSpan") };
}

function textOf(dictionary: PDFDict, key: string): string | undefined {
  const value = dictionary.lookup(PDFName.of(key));
  return value instanceof PDFString || value instanceof PDFHexString
    ? value.decodeText()
    : undefined;
}
