import { languageRow } from "../../tables/languages.ts";
import type { LogicalElement, LogicalText } from "../../types.ts";
import { captionTable, leadWithCaption } from "./caption.ts";
import { makeContents } from "./contents.ts";
import { makeItem } from "./item.ts";
import { makeList } from "./list.ts";
import { type Role, roleOf } from "./roles.ts";
import { partRuby } from "./ruby.ts";
import { squareTable } from "./square-table.ts";

/** Marked content: page, 0-based, and identifier on it. */
export interface Content {
  page: number;
  identifier: number;
}

/** A structure element, of whatever version of PDF. */
export interface Structure {
  type: string;
  kids: Array<Structure | Content | Annotated>;
  /** BCP 47 tag, where it isn't that of the element round it. */
  language?: string;
  alternative?: string;
  /** What its content says, where readers may not find it out. */
  actual?: string;
  expansion?: string;
  /** Unique name. */
  id?: string;
  /** Attributes by owner, `Table`, `List` or `Layout`. */
  attributes?: Record<string, Record<string, string | number | readonly number[]>>;
  /** The element it was made from. */
  source?: LogicalElement;
}

/** A link on a page: the number of its part. */
export interface Annotated {
  part: number;
}

/** What the tree is made from. */
export interface StructureInput {
  root: LogicalElement;
  foot: readonly LogicalElement[];
  language: string;
  /** Where each piece of text and each picture is, in reading order; nothing where it wasn't printed. */
  contents: { get(owner: LogicalText | LogicalElement): readonly Content[] | undefined };
  /** Whether a piece of text has glyphs that stand the other way than they are read. */
  isTurned(text: LogicalText): boolean;
  /** Whether the mark of an item is a drawing, not glyphs. */
  isDrawn(mark: LogicalText): boolean;
  /** Whether white space follows a piece of text that a line's end has swallowed. */
  isSpaced(text: LogicalText): boolean;
  /** Parts of links that are there. */
  parts: ReadonlySet<number>;
  /** By how many points a piece of text stands over the line of another; nothing where they share no line. */
  riseOf(text: LogicalText, beside: LogicalText): number | undefined;
  /** Where an element stands, `Layout` attributes of a picture. */
  boxOf(element: LogicalElement): readonly number[] | undefined;
}

/**
 * Makes the tree of structure elements of a document, notes next to the blocks that call them.
 * @param input
 *   The document and where it is on the pages.
 * @returns
 *   `Document`.
 */
export function makeStructure(input: StructureInput): Structure {
  const notes = new Map<string, LogicalElement[]>();
  let before: LogicalElement[] = [];
  for (const element of input.foot) {
    before.push(withoutLevel(element));
    // A heading over the notes goes with the first.
    if (element.attributes.id === undefined || !element.attributes.class?.includes("note"))
      continue;
    notes.set(element.attributes.id, before);
    before = [];
  }
  const maker = new Maker(input, notes, topLevel(input.root) - 1);
  const top: Structure = { type: "Document", kids: [], language: input.language };
  maker.fill(top, input.root.kids, input.language);
  for (const left of [...notes.values(), before]) maker.fill(top, left, input.language);
  return top;
}

/** The highest level of a document's headings: 1, or 2 where it has no title. */
function topLevel(element: LogicalElement): number {
  const [, level = 6] = /^h([1-6])$/.exec(element.tag) ?? [];
  const below = element.kids.map((kid) => ("tag" in kid ? topLevel(kid) : 6));
  return Math.min(Number(level), ...below);
}

/** At the foot of a page a heading begins no part of the text. */
function withoutLevel(element: LogicalElement): LogicalElement {
  return /^h[1-6]$/.test(element.tag) ? { ...element, tag: "p" } : element;
}

/** Containers that may hold a note beside the block that calls it. */
const holders = new Set([
  ...["Document", "Sect", "Div", "LI", "LBody", "TD", "TH", "Caption", "BlockQuote"],
]);

class Maker {
  readonly #input: StructureInput;
  readonly #notes: Map<string, LogicalElement[]>;
  /** By how much levels of headings are raised: the first level has to be there (ISO 14289-1, 7.4.2). */
  readonly #raised: number;
  #called: string[] = [];
  /** The last piece of text that stands on its line. */
  #beside: LogicalText | undefined;

  constructor(input: StructureInput, notes: Map<string, LogicalElement[]>, raised: number) {
    this.#input = input;
    this.#notes = notes;
    this.#raised = raised;
  }

  /** Puts what HTML elements hold into a structure element. */
  fill(into: Structure, kids: LogicalElement["kids"], language: string): void {
    this.#add(into, kids, language);
    if (holders.has(into.type)) this.#placeNotes(into, language);
  }

  /** Puts in what belongs to it beside others: a note is not placed before they are all there. */
  #add(into: Structure, kids: LogicalElement["kids"], language: string): void {
    for (const kid of kids) {
      if ("tag" in kid) this.#element(into, kid, language);
      else into.kids.push(...this.#text(kid));
      const block = "tag" in kid && roleOf(kid.tag, kid.attributes)?.block;
      if (block && holders.has(into.type)) this.#placeNotes(into, language);
    }
  }

  /** Text from right to left stands turned round on the page: not every reader turns it back. */
  #text(text: LogicalText): Structure["kids"] {
    if (text.text) this.#beside = text;
    const contents = this.#input.contents.get(text) ?? [];
    if (contents.length === 0 || !text.text || !this.#input.isTurned(text)) return [...contents];
    return [{ type: "Span", kids: [...contents], actual: this.#saying(text) }];
  }

  #saying(text: LogicalText): string {
    const said = (text.text ?? "").replace(/\s+/g, " ");
    return this.#input.isSpaced(text) && !said.endsWith(" ") ? `${said} ` : said;
  }

  #typeOf({ type }: Role): string {
    const [, level] = /^H([1-6])$/.exec(type) ?? [];
    return level ? `H${Number(level) - this.#raised}` : type;
  }

  /** What is told of how a phrase is set, where that says something. */
  #layoutOf(
    { decoration, shifted }: Role,
    element: LogicalElement,
  ): Record<string, string | number> | undefined {
    if (decoration) return { TextDecorationType: decoration };
    const text = shifted && firstText(element);
    const rise = text && this.#beside && this.#input.riseOf(text, this.#beside);
    return rise ? { BaselineShift: rise } : undefined;
  }

  #placeNotes(into: Structure, language: string): void {
    const called = this.#called;
    this.#called = [];
    for (const id of called) {
      const notes = this.#notes.get(id);
      if (!notes) continue;
      this.#notes.delete(id);
      this.fill(into, notes, language);
    }
  }

  #element(into: Structure, element: LogicalElement, language: string): void {
    const { attributes } = element;
    if (element.tag === "ruby") {
      this.#add(into, partRuby(element), language);
      return;
    }
    const own = attributes.lang || language;
    const role = roleOf(element.tag, attributes);
    if (role?.block) this.#beside = undefined;
    const beside = this.#beside;
    const layout = role && this.#layoutOf(role, element);
    const told = own !== language || attributes.title !== undefined || layout !== undefined;
    // A link that leads nowhere is none.
    const leads = element.parts?.some((part) => this.#input.parts.has(part)) === true;
    if (!role || (role.ifTold && !told) || (role.type === "Link" && !leads)) {
      this.#add(into, element.kids, language);
      if (role?.shifted) this.#beside = beside;
      return;
    }
    const made: Structure = { type: this.#typeOf(role), kids: [], source: element };
    if (own !== language) made.language = own;
    if (layout) made.attributes = { Layout: layout };
    if (attributes.title && element.tag === "abbr") made.expansion = attributes.title;
    const special = specials[element.tag] ?? specials[role.type];
    const types = role.inner?.filter((type) => type !== "Link" || leads) ?? [];
    const inmost = types.reduce((outer, type) => {
      const inner: Structure = { type, kids: [] };
      outer.kids.push(inner);
      return inner;
    }, made);
    for (const content of this.#input.contents.get(element) ?? []) inmost.kids.push(content);
    this.fill(inmost, element.kids, own);
    if (role.shifted) this.#beside = beside;
    for (const part of element.parts ?? [])
      if (this.#input.parts.has(part)) inmost.kids.push({ part });
    if (role.type === "Reference") this.#called.push((attributes.href ?? "").slice(1));
    special?.(made, element, role, this.#input, own);
    if (made.kids.length > 0 || keptEmpty.has(made.type)) into.kids.push(made);
  }
}

function firstText(element: LogicalElement): LogicalText | undefined {
  for (const kid of element.kids) {
    const text = "tag" in kid ? firstText(kid) : kid.text?.trim() ? kid : undefined;
    if (text) return text;
  }
  return undefined;
}

// An empty cell still holds the place of its column.
const keptEmpty = new Set(["TD", "TH"]);

type Special = (
  made: Structure,
  element: LogicalElement,
  role: Role,
  input: StructureInput,
  language: string,
) => void;

/** What some elements need beyond their type; by HTML element or structure type. */
const specials: Readonly<Record<string, Special>> = {
  LI: makeItem,
  Note: (made, { attributes }) => {
    made.id = attributes.id ?? "";
    liftLabel(made);
  },
  Figure: (made, element, _, { boxOf }, language) => {
    if (element.tag === "input") sayBox(made, element, language);
    else made.alternative = element.attributes.alt ?? "";
    const box = boxOf(element);
    if (box) made.attributes = { Layout: { BBox: box } };
  },
  figure: (made) => {
    captionTable(made);
    for (const kid of made.kids)
      if ("type" in kid && kid.type === "Figure")
        kid.attributes = { Layout: { Placement: "Block", ...kid.attributes?.Layout } };
  },
  Table: (made) => {
    leadWithCaption(made);
    squareTable(made);
  },
  TH: makeCell,
  TD: makeCell,
  L: makeList,
  nav: (made) => {
    for (const kid of made.kids) if ("type" in kid && kid.type === "L") makeContents(kid);
  },
};

/** Not every reader says signs such as “☑”. */
function sayBox(made: Structure, { attributes }: LogicalElement, language: string): void {
  const { borrowed, words } = languageRow(language).row;
  made.alternative = "checked" in attributes ? words.checked : words.unchecked;
  if (borrowed) made.language = borrowed;
}

/** The mark of a note stands in its first paragraph, and is the label of all of it. */
function liftLabel(note: Structure): void {
  const first = note.kids.find((kid) => "type" in kid);
  const label = first?.kids[0];
  if (!first || !label || !("type" in label) || label.type !== "Lbl") return;
  first.kids.shift();
  note.kids.unshift(label);
}

function makeCell(made: Structure, { attributes }: LogicalElement): void {
  const table: Record<string, string | number> = {};
  const { colspan, rowspan, scope } = attributes;
  if (made.type === "TH") table.Scope = scope?.startsWith("row") ? "Row" : "Column";
  if (Number(colspan) > 1) table.ColSpan = Number(colspan);
  if (Number(rowspan) > 1) table.RowSpan = Number(rowspan);
  if (Object.keys(table).length > 0) made.attributes = { Table: table };
}
