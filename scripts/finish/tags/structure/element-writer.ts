import {
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  type PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import type { LinkPart } from "../links.ts";
import { arrayOf } from "./array-of.ts";
import { numberingMap } from "./roles.ts";
import type { Structure } from "./structure-element.ts";

const names = Object.fromEntries(
  ["A", "ActualText", "Alt", "E", "ID", "K", "Lang", "P", "Pg", "S", "Type"].map((name) => [
    name,
    PDFName.of(name),
  ]),
) as Record<string, PDFName>;
const elementType = PDFName.of("StructElem");

/** Writes structure elements (ISO 32000-1, 14.7.2), and notes what has to lead to them. */
export class ElementWriter {
  /** The object of each element. */
  readonly references = new Map<Structure, PDFRef>();
  /** Elements by page, and by identifier of marked content on it. */
  readonly owners: PDFRef[][];
  /** Annotations of links, each with its element. */
  readonly links: Array<[annotation: PDFRef, element: PDFRef]> = [];
  /** Names of elements. */
  readonly ids: Array<[id: string, element: PDFRef]> = [];
  readonly #context: PDFContext;
  readonly #pages: readonly PDFPage[];
  readonly #annotations: ReadonlyMap<number, readonly LinkPart[]>;

  /**
   * @param document
   *   PDF; gets the elements.
   * @param annotations
   *   References of links, by part.
   */
  constructor(document: PDFDocument, annotations: ReadonlyMap<number, readonly LinkPart[]>) {
    this.#context = document.context;
    this.#pages = document.getPages();
    this.#annotations = annotations;
    this.owners = this.#pages.map(() => []);
  }

  /** Writes an element and all it holds, below the object of its parent. */
  write(element: Structure, parent: PDFRef): PDFRef {
    const reference = this.#context.nextRef();
    this.references.set(element, reference);
    if (element.id) this.ids.push([element.id, reference]);
    const page = firstPage(element);
    const dictionary = this.#describe(element, parent, page);
    const kids = element.kids.flatMap((kid) => this.#kid(kid, reference, page));
    const [only] = kids;
    if (only)
      dictionary.set(names.K as PDFName, kids.length === 1 ? only : arrayOf(this.#context, kids));
    this.#context.assign(reference, dictionary);
    return reference;
  }

  #describe(element: Structure, parent: PDFRef, page: number | undefined): PDFDict {
    const dictionary = PDFDict.withContext(this.#context);
    const set = (key: string, value: PDFObject) => dictionary.set(names[key] as PDFName, value);
    set("Type", elementType);
    set("S", PDFName.of(element.type));
    set("P", parent);
    if (page !== undefined) set("Pg", this.#pageAt(page));
    if (element.language) set("Lang", PDFString.of(element.language));
    if (element.alternative !== undefined) set("Alt", PDFHexString.fromText(element.alternative));
    if (element.actual) set("ActualText", PDFHexString.fromText(element.actual));
    if (element.expansion) set("E", PDFHexString.fromText(element.expansion));
    if (element.id) set("ID", PDFString.of(element.id));
    if (element.attributes || element.heads) set("A", this.#attributes(element));
    return dictionary;
  }

  /** What an element refers to: another, marked content of its page or of another, or the parts of a link. */
  #kid(
    kid: Structure["kids"][number],
    parent: PDFRef,
    own: number | undefined,
  ): PDFObject | PDFObject[] {
    if ("type" in kid) return this.write(kid, parent);
    if ("part" in kid)
      return (this.#annotations.get(kid.part) ?? []).map(({ page, reference }) => {
        this.links.push([reference, parent]);
        return this.#context.obj({ Type: "OBJR", Obj: reference, Pg: this.#pageAt(page) });
      });
    const { page, identifier } = kid;
    (this.owners[page] as PDFRef[])[identifier] = parent;
    if (page === own) return PDFNumber.of(identifier);
    return this.#context.obj({ Type: "MCR", Pg: this.#pageAt(page), MCID: identifier });
  }

  #attributes({ attributes, heads }: Structure): PDFObject {
    const named = heads && { Headers: heads.map((id) => PDFString.of(id)) };
    const all = named ? { ...attributes, Table: { ...attributes?.Table, ...named } } : attributes;
    const owned: PDFObject[] = Object.entries(all ?? {}).map(([owner, values]) =>
      this.#context.obj({ O: owner, ...values, ...numbering(values) } as never),
    );
    return owned.length === 1 ? (owned[0] as PDFObject) : arrayOf(this.#context, owned);
  }

  #pageAt(index: number): PDFRef {
    return (this.#pages[index] as PDFPage).ref;
  }
}

/** What marks of a list stand for, in the words of this version of PDF. */
function numbering({ ListNumbering: value }: Readonly<Record<string, unknown>>) {
  const name = typeof value === "string" ? numberingMap[value] : undefined;
  return name && { ListNumbering: name };
}

/** The page on which an element's own content begins. */
function firstPage(element: Structure): number | undefined {
  for (const kid of element.kids) if ("page" in kid) return kid.page;
  return undefined;
}
