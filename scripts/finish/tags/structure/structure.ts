import type { LogicalElement, LogicalText } from "../../../types.ts";
import { partLines } from "./code-lines.ts";
import { FootNotes } from "./foot-notes.ts";
import { phraseLayout } from "./phrase-layout.ts";
import { type Role, roleOf } from "./roles.ts";
import { partRuby } from "./ruby.ts";
import { completeElement, type Made } from "./special-elements.ts";
import type { Structure } from "./structure-element.ts";
import type { StructureInput } from "./structure-input.ts";

/**
 * Makes the tree of structure elements of a document, notes next to the blocks that call them.
 * @param input
 *   The document and where it is on the pages.
 * @returns
 *   `Document`.
 */
export function makeStructure(input: StructureInput): Structure {
  const { root, foot, language } = input;
  const notes = new FootNotes(foot);
  const maker = new Maker(input, notes, topLevel(root) - 1);
  const top: Structure = { type: "Document", kids: [], language };
  maker.fill(top, root.kids, language);
  for (const rest of notes.takeRest()) maker.fill(top, rest, language);
  return top;
}

/** The highest level of a document's headings: 1, or 2 where it has no title. */
function topLevel(element: LogicalElement): number {
  const [, level = 6] = /^h([1-6])$/.exec(element.tag) ?? [];
  const below = element.kids.map((kid) => ("tag" in kid ? topLevel(kid) : 6));
  return Math.min(Number(level), ...below);
}

/** Containers that may hold a note beside the block that calls it. */
const holders = new Set([
  ...["Document", "Sect", "Div", "LI", "LBody", "TD", "TH", "Caption", "BlockQuote"],
]);

// An empty cell still holds the place of its column.
const keptEmpty = new Set(["TD", "TH"]);

class Maker {
  readonly #input: StructureInput;
  readonly #notes: FootNotes;
  /** By how much levels of headings are raised: the first level has to be there (ISO 14289-1, 7.4.2). */
  readonly #raised: number;
  /** The last piece of text that stands on its line. */
  #beside: LogicalText | undefined;

  constructor(input: StructureInput, notes: FootNotes, raised: number) {
    this.#input = input;
    this.#notes = notes;
    this.#raised = raised;
  }

  /** Puts what HTML elements hold into a structure element. */
  fill(into: Structure, kids: LogicalElement["kids"], language: string): void {
    this.#add(into, kids, language);
    this.#placeNotes(into, language);
  }

  /** Puts in what belongs to it beside others: a note is not placed before they are all there. */
  #add(into: Structure, kids: LogicalElement["kids"], language: string): void {
    for (const kid of kids) {
      const isBlock = "tag" in kid && roleOf(kid.tag, kid.attributes)?.block;
      // Else what an item says before the items below it would have its notes among them.
      if (isBlock) this.#placeNotes(into, language);
      if ("tag" in kid) this.#element(into, kid, language);
      else into.kids.push(...this.#text(kid));
      if (isBlock) this.#placeNotes(into, language);
    }
  }

  #placeNotes(into: Structure, language: string): void {
    if (!holders.has(into.type)) return;
    for (const note of this.#notes.takeCalled()) this.fill(into, note, language);
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

  #element(into: Structure, element: LogicalElement, language: string): void {
    if (element.tag === "ruby") {
      this.#add(into, partRuby(element), language);
      return;
    }
    const lines = element.tag === "pre" ? partLines(element) : element;
    if (lines !== element) {
      this.#element(into, lines, language);
      return;
    }
    const role = roleOf(element.tag, element.attributes);
    if (role?.block) this.#beside = undefined;
    const beside = this.#beside;
    const made = role && this.#make(element, role, language);
    if (made) this.#put(into, made);
    else this.#add(into, element.kids, language);
    if (role?.shifted) this.#beside = beside;
  }

  /** Makes the structure element of an HTML element, empty yet; nothing where it is dissolved. */
  #make(element: LogicalElement, role: Role, language: string): Made | undefined {
    const { lang, title } = element.attributes;
    const own = lang || language;
    const layout = phraseLayout(element, role, this.#beside, this.#input);
    const told = own !== language || title !== undefined || layout !== undefined;
    // A link that leads nowhere is none.
    const leads = role.type !== "Link" || this.#partsOf(element).length > 0;
    if ((role.ifTold && !told) || !leads) return undefined;
    const structure: Structure = { type: this.#typeOf(role), kids: [], source: element };
    if (own !== language) structure.language = own;
    if (layout) structure.attributes = { Layout: layout };
    if (title && element.tag === "abbr") structure.expansion = title;
    return { structure, element, role, language: own };
  }

  /** Fills a structure element, and puts it where it belongs. */
  #put(into: Structure, made: Made): void {
    const { structure, element, role, language } = made;
    const parts = this.#partsOf(element);
    const types = role.inner?.filter((type) => type !== "Link" || parts.length > 0) ?? [];
    const inmost = types.reduce((outer, type) => {
      const inner: Structure = { type, kids: [] };
      outer.kids.push(inner);
      return inner;
    }, structure);
    inmost.kids.push(...(this.#input.contents.get(element) ?? []));
    this.fill(inmost, element.kids, language);
    for (const part of parts) inmost.kids.push({ part });
    if (role.type === "Reference") this.#notes.call((element.attributes.href ?? "").slice(1));
    completeElement(made, this.#input);
    if (structure.kids.length > 0 || keptEmpty.has(structure.type)) into.kids.push(structure);
  }

  /** Parts of a link that are on a page. */
  #partsOf({ parts = [] }: LogicalElement): number[] {
    return parts.filter((part) => this.#input.parts.has(part));
  }

  #typeOf({ type }: Role): string {
    const [, level] = /^H([1-6])$/.exec(type) ?? [];
    return level ? `H${Number(level) - this.#raised}` : type;
  }
}
