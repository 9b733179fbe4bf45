import type { Logical, LogicalElement, LogicalText, Spot } from "../../types.ts";
import { roleOf } from "./structure/roles.ts";

/** What a document says, by where the finish looks for it. */
export interface Reading {
  /** By key. */
  texts: Map<number, LogicalText[]>;
  /** Key by dye. */
  keys: Map<number, number>;
  /** Keys of what stands in margins. */
  margins: Set<number>;
  /** By page: pictures and boxes to tick that say something, and where they stand. */
  pictures: Map<number, Array<{ element: LogicalElement; spot: Spot }>>;
  /** Links by the number of their part. */
  links: Map<number, LogicalElement>;
  /** Where each id stands. */
  targets: Map<string, Spot>;
  /** In reading order. */
  headings: Array<{ element: LogicalElement; level: number; title: string; spot: Spot }>;
  /** All pieces of text in reading order; those of a block together. */
  blocks: LogicalText[][];
  /** Which each piece of text is, markers of items among them. */
  order: Map<LogicalText, number>;
}

/**
 * Goes through a document and notes where everything is.
 * @param logical
 *   As the press read it.
 */
export function readDocumentOrder({ root, foot, margins = [], inks }: Logical): Reading {
  const reading: Reading = {
    texts: new Map(),
    keys: new Map(inks.map(({ dye }, key) => [dye, key])),
    margins: new Set(margins.map(({ key }) => key)),
    pictures: new Map(),
    links: new Map(),
    targets: new Map(),
    headings: [],
    blocks: [[]],
    order: new Map(),
  };
  visit(root, reading);
  const { headings } = reading;
  // At the foot of a page a heading begins no part of the text.
  for (const element of foot) visit(element, { ...reading, headings: [] });
  for (const words of margins) {
    add(reading.texts, words.key, words);
    reading.order.set(words, reading.order.size);
  }
  return { ...reading, headings };
}

function visit(element: LogicalElement, reading: Reading): void {
  note(element, reading);
  const block = roleOf(element.tag, element.attributes)?.block === true;
  if (block) reading.blocks.push([]);
  for (const kid of element.kids) {
    if ("tag" in kid) {
      visit(kid, reading);
      continue;
    }
    add(reading.texts, kid.key, kid);
    reading.order.set(kid, reading.order.size);
    if (kid.text !== undefined) reading.blocks.at(-1)?.push(kid);
  }
  if (block) reading.blocks.push([]);
}

function note(element: LogicalElement, reading: Reading): void {
  const { tag, attributes, spots = [], parts = [] } = element;
  const [spot] = spots;
  for (const part of parts) reading.links.set(part, element);
  if (!spot) return;
  if (attributes.id && !reading.targets.has(attributes.id))
    reading.targets.set(attributes.id, spot);
  if (/^h[1-6]$/.test(tag))
    reading.headings.push({ element, level: Number(tag[1]), title: titleOf(element), spot });
  const says = attributes.class === "box" || (tag === "img" && (attributes.alt ?? "") !== "");
  if (says) for (const one of spots) add(reading.pictures, one.page, { element, spot: one });
}

/** The words of a heading, without the marks of notes and the glosses of ruby; where it has none, its pictures'. */
function titleOf(element: LogicalElement): string {
  return plain(wordsOf(element)) || plain(wordsOf(element, "alt"));
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function wordsOf({ kids }: LogicalElement, pictures?: "alt"): string {
  return kids
    .map((kid) => {
      if (!("tag" in kid)) return kid.text ?? "";
      if (kid.tag === "rt" || kid.attributes.class === "noteref") return "";
      return kid.tag === "img" && pictures
        ? ` ${kid.attributes.alt ?? ""} `
        : wordsOf(kid, pictures);
    })
    .join("");
}

function add<Value>(lists: Map<number, Value[]>, key: number, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
