import { sourceLines } from "../../markdown/source-lines.ts";
/** An element of a drawing. */
export interface SvgElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: SvgElement[];
  /** Its own words and those marked as mere characters, as they stand. */
  text: string;
}

/** A drawing read, or the line that no XML reader comes over. */
export type SvgReading = { root: SvgElement } | { line: number };

const name = String.raw`[\p{L}_:][\p{L}\p{N}\p{M}_:.\u00B7-]*`;
const quoted = (value: string) => `(?:"${value}"|'${value}')`;
const pieces = new RegExp(
  [
    "<!--(?:(?!--)[^])*?-->",
    String.raw`<!\[CDATA\[[^]*?\]\]>`,
    String.raw`(?<![^\uFEFF])<\?xml\s+version\s*=\s*${quoted("1\\.\\d")}(?:\s+encoding\s*=\s*${quoted("[A-Za-z][\\w.-]*")})?(?:\s+standalone\s*=\s*${quoted("(?:yes|no)")})?\s*\?>`,
    String.raw`</(?<closed>${name})\s*>`,
    String.raw`<(?<opened>${name})(?<attributes>(?:\s+${name}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?<empty>/?)>`,
    "(?<text>[^<]+)",
  ].join("|"),
  "uy",
);
const attribute = new RegExp(String.raw`(${name})\s*=\s*(?:"([^"]*)"|'([^']*)')`, "gu");
const reference = /&(?!(?:#\d+|#x[\da-f]+|amp|lt|gt|quot|apos);)/iu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML has none of them.
const control = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/u;

/**
 * Reads a drawing as XML, as strictly as browsers do: a drawing with a fault is not shown at all.
 * @param text
 *   SVG without a document type.
 */
export function readSvg(text: string): SvgReading {
  const outside: SvgElement = { name: "", attributes: new Map(), children: [], text: "" };
  const open: Open[] = [{ element: outside, known: new Set(["xml", "xmlns"]) }];
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  const failed = () => ({ line: sourceLines(text.slice(0, at)).length });
  while (at < text.length) {
    pieces.lastIndex = at;
    const found = pieces.exec(text);
    if (!found || control.test(found[0]) || !take(found, open)) return failed();
    at = pieces.lastIndex;
  }
  const [root] = outside.children;
  return root && open.length === 1 ? { root } : failed();
}

/** An element that is not ended yet, and the prefixes known within it. */
interface Open {
  element: SvgElement;
  known: ReadonlySet<string>;
}

/** Adds a piece to the elements that are open, the innermost last; tells whether it may stand there. */
function take({ 0: piece, groups = {} }: RegExpExecArray, open: Open[]): boolean {
  const { element: parent, known: outer } = open.at(-1) as Open;
  const { closed, opened, attributes = "", empty, text: words } = groups;
  const isTop = open.length === 1;
  if (words !== undefined && (reference.test(words) || (isTop && words.trim() !== "")))
    return false;
  if (closed !== undefined) {
    if (closed !== parent.name || isTop) return false;
    open.pop();
    return true;
  }
  if (opened === undefined) {
    parent.text += piece;
    return true;
  }
  const element = elementOf(opened, attributes);
  const known = element && spacesOf(element, outer);
  if (!element || !known || (isTop && parent.children.length > 0)) return false;
  parent.children.push(element);
  if (!empty) open.push({ element, known });
  return true;
}

function elementOf(name: string, written: string): SvgElement | undefined {
  const attributes = new Map<string, string>();
  for (const [, key = "", double, single] of written.matchAll(attribute)) {
    const value = double ?? single ?? "";
    if (attributes.has(key) || reference.test(value)) return undefined;
    attributes.set(key, value);
  }
  return { name, attributes, children: [], text: "" };
}

/** Prefixes known within an element; `undefined` when it uses another. */
function spacesOf({ name, attributes }: SvgElement, outer: ReadonlySet<string>) {
  const keys = [...attributes.keys()];
  const declared = keys.flatMap((key) => (key.startsWith("xmlns:") ? [key.slice(6)] : []));
  const known = declared.length > 0 ? new Set([...outer, ...declared]) : outer;
  const isKnown = (one: string) => !one.includes(":") || known.has(one.split(":")[0] ?? "");
  return [name, ...keys].every(isKnown) ? known : undefined;
}
