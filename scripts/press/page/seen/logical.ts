import type { Logical, LogicalElement, Spot } from "../../../types.ts";
import { type Dyes, dyeTexts } from "./dye.ts";
import type { Look } from "./looks.ts";
import type { MarginWords } from "./margins.ts";

/** A page with its text on it. */
export interface LaidPage {
  /** What holds the text, and what holds notes at its foot. */
  text: Element;
  foot?: Element | undefined;
  /** What stands in its margins. */
  margins?: readonly MarginWords[];
  /** What `measureSpots` and `readLooks` saw while the page was laid out. */
  spots: ReadonlyMap<Element, Spot>;
  looks: ReadonlyMap<Element, Look>;
}

const told = [
  ...["alt", "aria-label", "class", "colspan", "data-generated", "data-kind"],
  ...["data-place", "dir", "href", "id", "lang", "open", "role", "rowspan", "scope", "start"],
  ...["title", "type"],
];
// Drawn beside words that say the same, or said before, or of no use on paper or beside ruby: no part of the text.
const unsaid =
  "svg, colgroup, rp, [data-repeated], [aria-hidden='true'], [role='doc-backlink'], section.notes:empty";

/**
 * Reads what laid-out pages say as one tree, and dyes each piece of text so that its glyphs can be told
 * from all others in the printed file: colour changes no layout, and Chromium prints it before each run
 * of glyphs. Links are given numbers for addresses, since one that a line cuts is printed in parts.
 * @param pages
 *   The pages in order; their text changes colour.
 * @returns
 *   The tree. Elements that pages cut apart (`data-ref` alike) are one.
 */
export function readLogical(pages: readonly LaidPage[]): Logical {
  const root: LogicalElement = { tag: "main", attributes: {}, kids: [] };
  const foot: LogicalElement = { tag: "footer", attributes: {}, kids: [] };
  const reader = new Reader(pages, new Set([root, foot]));
  pages.forEach((laid, page) => {
    reader.read(laid.text, root, page);
    if (laid.foot) reader.read(laid.foot, foot, page);
  });
  const margins = pages.flatMap(({ margins = [] }, page) =>
    margins.map(({ element, text }) => ({ key: reader.dyes.keyOf(element), page, text })),
  );
  return {
    root,
    foot: foot.kids as LogicalElement[],
    ...(margins.length > 0 && { margins }),
    inks: reader.dyes.apply(),
    pictures: pages.flatMap(picturesOf),
  };
}

class Reader {
  readonly dyes: Dyes;
  readonly #pages: readonly LaidPage[];
  /** The text, and the feet of its pages. */
  readonly #tops: ReadonlySet<LogicalElement>;
  readonly #looks: ReadonlyMap<Element, Look>;
  /** Elements by `data-ref`. */
  readonly #known = new Map<string, LogicalElement>();
  #parts = 0;

  constructor(pages: readonly LaidPage[], tops: ReadonlySet<LogicalElement>) {
    this.#pages = pages;
    this.#tops = tops;
    this.#looks = new Map(pages.flatMap(looksOf));
    this.dyes = dyeTexts(this.#looks);
  }

  /** Reads what a node of a page holds into an element of the tree. */
  read(node: Element, into: LogicalElement, page: number): void {
    for (const child of node.childNodes) {
      // Between the boxes of a page stands white space of Paged.js's.
      const text = this.#tops.has(into) ? "" : textOf(child);
      if (text !== "")
        for (const piece of piecesOf(text, node))
          into.kids.push({ key: this.dyes.keyOf(node), page, text: piece });
      else if (child instanceof Element && !child.matches(unsaid))
        this.#readElement(child, into, page);
    }
  }

  #readElement(element: Element, into: LogicalElement, page: number): void {
    const whole = this.#wholeOf(element, into);
    const spot = this.#pages[page]?.spots.get(element);
    if (spot && whole !== into) whole.spots = [...(whole.spots ?? []), spot];
    if (element instanceof HTMLAnchorElement && element.hasAttribute("href")) {
      whole.parts = [...(whole.parts ?? []), this.#parts];
      element.setAttribute("href", `x-part:${this.#parts++}`);
    }
    if (element instanceof HTMLLIElement && !("continued" in element.dataset))
      whole.kids.push({ key: this.dyes.keyOf(element, "marker"), page });
    const { before = "", after = "" } = this.#looks.get(element) ?? {};
    if (before) whole.kids.push({ key: this.dyes.keyOf(element), page, text: before });
    this.read(element, whole, page);
    if (after) whole.kids.push({ key: this.dyes.keyOf(element), page, text: after });
  }

  /** The element of the tree that this one is, or is a part of; of one that is only for layout, its parent. */
  #wholeOf(element: Element, into: LogicalElement): LogicalElement {
    const { ref } = (element as HTMLElement).dataset;
    if (ref === undefined) return into;
    const before = this.#known.get(ref);
    if (before) return before;
    const { localName: tag } = element;
    const whole: LogicalElement = { tag, attributes: attributesOf(element), kids: [] };
    this.#known.set(ref, whole);
    into.kids.push(whole);
    return whole;
  }
}

function looksOf({ looks, margins = [] }: LaidPage): Array<[Element, Look]> {
  return [...looks, ...margins.map(({ element, look }): [Element, Look] => [element, look])];
}

function picturesOf({ spots }: LaidPage): Spot[] {
  return [...spots].flatMap(([element, spot]) => (element.matches("img") ? [spot] : []));
}

function textOf(node: Node): string {
  return node instanceof HTMLBRElement ? "\n" : node instanceof Text ? node.data : "";
}

/** Lines that the text itself ends are told apart: what they say is said line by line. */
function piecesOf(text: string, parent: Element): string[] {
  return parent.closest("pre") ? text.split(/(?<=\n)/) : [text];
}

function attributesOf(element: Element): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const name of told) {
    const value = element.getAttribute(name);
    if (value !== null) attributes[name] = value;
  }
  return attributes;
}
