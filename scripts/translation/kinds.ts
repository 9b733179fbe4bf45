import type { Element, ElementContent, Nodes } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { plural } from "../complaints/plural.ts";
import type { Document } from "../types.ts";
import { plainDigits } from "../words/plain-digits.ts";
import type { Part } from "./parts.ts";

/** What is known of a part before its place in the text is. */
export type Found = Pick<Part, "key" | "name"> & Partial<Pick<Part, "sizes">>;

/** A kind of parts. */
export interface Kind {
  /** Whether a translation keeps their order; of others it keeps how many there are. */
  ordered: boolean;
  /** Those that a node of the text is. */
  find(node: Nodes, document: Document): Found[];
}

const longest = 60;
// {name}, ${name}, {{name}}; %s, %1$s, %(name)s, but not `50 % of`.
const placeholder =
  /\$?\{\{?[\p{L}_][\p{L}\p{N}_.-]*\}\}?|%(?:\d+\$|\([\p{L}\p{N}_.-]+\))?[sdf](?![\p{L}\p{N}])/gu;

/** Dates and years, which a language may write otherwise. */
const notDialled = /^(?:\d{4}-\d\d?-\d\d?|\d\d?-\d\d?-\d{4}|\d{4}-\d{4})$/;

/** Every kind that is compared; headings first, since they part the text. */
export const kinds = {
  headings: { ordered: true, find: (node) => elements(node, /^h[1-6]$/, headingOf) },
  tables: { ordered: true, find: (node) => elements(node, /^table$/, tableOf) },
  figures: { ordered: true, find: (node, document) => elements(node, /^img$/, imageOf, document) },
  notes: { ordered: false, find: (node, document) => elements(node, /^a$/, noteOf, document) },
  links: { ordered: false, find: (node) => elements(node, /^a$/, linkOf) },
  placeholders: { ordered: false, find: placeholdersOf },
  telephones: { ordered: false, find: (node) => elements(node, /^(?:bdi|span)$/, telephoneOf) },
} as const satisfies Record<string, Kind>;

/** Name of a kind. */
export type KindName = keyof typeof kinds;

function elements<Rest extends unknown[]>(
  node: Nodes,
  tagName: RegExp,
  found: (element: Element, ...rest: Rest) => Found | undefined,
  ...rest: Rest
): Found[] {
  const one = node.type === "element" && tagName.test(node.tagName) && found(node, ...rest);
  return one ? [one] : [];
}

function headingOf(node: Element): Found {
  const level = node.tagName.slice(1);
  return { key: level, name: `the heading “${short(wordsOf(node))}” (level ${level})` };
}

/** Words without the marks of notes. */
function wordsOf(node: ElementContent): string {
  if (node.type !== "element") return textOf(node);
  return isCall(node) ? "" : node.children.map(wordsOf).join("");
}

function tableOf(node: Element): Found {
  const rows: number[] = [];
  visit(node, "element", ({ tagName, children }) => {
    const cells = children.filter(
      (child) => child.type === "element" && /^t[dh]$/.test(child.tagName),
    );
    if (tagName === "tr") rows.push(cells.length);
  });
  const columns = Math.max(0, ...rows);
  const sizes = { row: rows.length, column: columns };
  return { key: "table", name: `a table of ${plural(rows.length, "row")}`, sizes };
}

/** A picture with words in it may have a file for each language: `plan.en.svg`, `plan.es.svg`. */
function imageOf({ data, properties }: Element, { matter }: Document): Found {
  const file = data?.file;
  if (file === undefined) return { key: String(properties.src), name: "a picture" };
  return { key: file.replace(`.${matter.language}.`, "."), name: `the picture ${file}` };
}

/** A note counts once, where it is first called. */
function noteOf({ properties }: Element, { notes }: Document): Found | undefined {
  const note = notes.find(({ calls }) => calls[0] === properties.id);
  return note && { key: note.kind, name: `the note “${note.mark}”` };
}

function isCall({ properties: { className } }: Element): boolean {
  return String(className).includes("noteref");
}

function linkOf(node: Element): Found | undefined {
  const { href } = node.properties;
  if (typeof href !== "string" || isCall(node)) return undefined;
  // Headings, and with them their addresses, are translated.
  if (href.startsWith("#")) return { key: "#", name: "a link to a place in the text" };
  return { key: href, name: `the link to ${href}` };
}

function placeholdersOf(node: Nodes): Found[] {
  if (node.type !== "text") return [];
  return [...node.value.matchAll(placeholder)].map(([key]) => ({
    key,
    name: `the placeholder ${key}`,
  }));
}

/** A number that is held together and is no date, years or pages, in whichever digits. */
function telephoneOf(node: Element): Found | undefined {
  const { className } = node.properties;
  const words = textOf(node);
  if (!String(className).split(",").includes("number")) return undefined;
  const plain = plainDigits(words);
  const key = plain.replace(/[^+\d]/g, "");
  if (key.length < 7 || notDialled.test(plain)) return undefined;
  return { key, name: `the telephone number ${words}` };
}

function short(text: string): string {
  return text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text;
}
