import type { Element, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { h } from "hastscript";
import { visit } from "unist-util-visit";
import { languageRow } from "../../tables/languages.ts";
import { plainDigits } from "../../words/plain-digits.ts";
import { lackingEnds } from "../cells/lacking-ends.ts";
import { readAmount } from "../cells/read-amount.ts";
import { childrenNamed } from "../nodes/children-named.ts";

/** What stands over numbers that are still to be written. */
const counter = /^(?:[#№]|n[°º]\.?|\p{L}{1,2}\.)$/iu;
/** What stands where there is no amount. */
const none = /^(?:[-–—−]|n\/a)?$/i;
/** Elements that figures stand in as they would outside. */
const phrases = new Set(["b", "em", "i", "p", "span", "strong"]);

/**
 * Aligns columns of amounts so that points stand under points, and units under units: at their right where the text does
 * not say how a column is aligned, less the place of the figures that others have behind their point. The first column
 * names the rows and stays, unless it counts them; so does any table with cells over several columns or rows. In text from the right too the figures of amounts end at their right; where it asks for the other
 * side, they would not stand under each other.
 * @param options
 *   `language`: BCP 47 tag of the text.
 * @returns
 *   Transform; puts in `span[data-rest]`, empty, in which styles keep the place of what it says, and `data-count` at cells
 *   that count rows.
 */
export function rehypeFigureColumns(options: { language: string }) {
  const { direction } = languageRow(options.language).row;
  return (tree: Root): void => {
    visit(tree, "element", (table) => {
      if (table.tagName !== "table") return;
      const columns = columnsOf(table);
      const named = isSheet(columns) ? -1 : 0;
      for (const column of columns) {
        const isCount = column.index === 0 && isCounting(column, named < 0);
        if (isCount) count(column);
        const isNames = column.index === named && !isCount && !isAsked(column);
        if (isNames || !(isCount || areAmounts(column.texts))) continue;
        if (align(column, direction)) keepPlaces(column, direction);
      }
    });
  };
}

interface Column {
  index: number;
  /** All cells, heads included. */
  cells: Element[];
  /** Cells below the head, and what they say. */
  body: Element[];
  texts: string[];
}

function columnsOf(table: Element): Column[] {
  const rows = childrenNamed(table, "thead", "tbody", "tfoot").flatMap((part) =>
    childrenNamed(part, "tr").map((row) => ({ part, cells: childrenNamed(row, "td", "th") })),
  );
  const spans = ({ properties }: Element) => properties.colSpan || properties.rowSpan;
  if (rows.some((row) => row.cells.some(spans))) return [];
  const width = Math.max(0, ...rows.map((row) => row.cells.length));
  return Array.from({ length: width }, (_, index) => {
    const inColumn = (some: typeof rows) => some.flatMap((row) => row.cells[index] ?? []);
    const body = inColumn(rows.filter(({ part }) => part.tagName !== "thead"));
    const texts = body.map((cell) => textOf(cell).trim());
    return { index, cells: inColumn(rows), body, texts };
  });
}

/** Whether a column holds two amounts or more, and nothing else. */
function areAmounts(texts: readonly string[]): boolean {
  const amounts = texts.filter(readAmount);
  return amounts.length > 1 && texts.every((text) => readAmount(text) || none.test(text));
}

/** Whether all behind the first column is filled in by hand. */
function isSheet([, ...others]: readonly Column[]): boolean {
  const isBlank = ({ children }: Element) => children.length === 0;
  return others.length > 0 && others.every(({ body }) => body.every(isBlank));
}

/**
 * Whether the first column counts the rows: from 1 on, under one word at most; in a sheet, from any number, or where the
 * numbers too are written by hand.
 */
function isCounting({ cells, texts, body }: Column, isOfSheet: boolean): boolean {
  const head = textOf(
    cells.find((cell) => !body.includes(cell)) ?? { type: "root", children: [] },
  ).trim();
  if (
    isOfSheet &&
    (areAmounts(texts) || (texts.every((text) => text === "") && counter.test(head)))
  )
    return true;
  const numbers = texts.map((text) => plainDigits(text.replace(/[.)]$/u, "")));
  return (
    numbers.length > 1 &&
    !/\s/u.test(head) &&
    numbers.every((number, index) => number === `${index + 1}`)
  );
}

/** Whether the text says of a column how it is aligned. */
function isAsked({ cells }: Column): boolean {
  return cells.every(({ properties }) => properties.align !== undefined);
}

/** Aligns a column at its right; says whether it is now. */
function align({ cells }: Column, direction: "ltr" | "rtl"): boolean {
  const asked = new Set(cells.map(({ properties }) => properties.align));
  if (asked.size > 1 || asked.has("center")) return false;
  if (direction === "ltr" && asked.has("left")) return false;
  for (const { properties } of cells) {
    if (direction === "ltr") properties.align = "right";
    else delete properties.align;
  }
  return true;
}

function count({ cells }: Column): void {
  for (const { properties } of cells) properties.dataCount = "";
}

/** Keeps the place of what amounts lack behind their units, at their right. */
function keepPlaces({ body, texts }: Column, direction: "ltr" | "rtl"): void {
  const ends = lackingEnds(texts, direction === "ltr");
  for (const [index, cell] of body.entries()) {
    if (!ends[index]) continue;
    const rest = h("span", { dataRest: ends[index] });
    const { children } = inmost(cell);
    if (direction === "ltr") children.push(rest);
    else children.unshift(rest);
  }
}

/** The element that holds all of a cell's text, set in one type. */
function inmost(element: Element): Element {
  const [only, ...others] = element.children;
  const isPhrase = only?.type === "element" && phrases.has(only.tagName) && others.length === 0;
  return isPhrase ? inmost(only) : element;
}
