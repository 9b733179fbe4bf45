import type { Logical, LogicalElement, Spot } from "../../types.ts";
import { dyeTexts } from "./dye.ts";
import type { Look } from "./looks.ts";

/** A page with its text on it. */
export interface LaidPage {
  /** What holds the text, and what holds notes at its foot. */
  text: Element;
  foot?: Element | undefined;
  /** What `measureSpots` and `readLooks` saw while the page was laid out. */
  spots: ReadonlyMap<Element, Spot>;
  looks: ReadonlyMap<Element, Look>;
}

const measured = "[id], h1, h2, h3, h4, h5, h6, img, input";
const told = [
  ...["alt", "aria-label", "checked", "class", "colspan", "data-generated", "data-kind"],
  ...["data-place", "dir", "href", "id", "lang", "open", "role", "rowspan", "scope", "start"],
  ...["title", "type"],
];
// Drawn beside words that say the same, or said before, or of no use on paper or beside ruby: no part of the text.
const unsaid =
  "svg, colgroup, rp, [data-repeated], [aria-hidden='true'], [role='doc-backlink'], section.notes:empty";

/**
 * Measures where the things stand that links, bookmarks and images need, while a page is laid out.
 * @param root
 *   Where to look.
 * @param page
 *   The page, 0-based.
 * @param sheet
 *   Element as large as the page.
 */
export function measureSpots(root: ParentNode, page: number, sheet: Element): Map<Element, Spot> {
  const origin = sheet.getBoundingClientRect();
  const spots = new Map<Element, Spot>();
  for (const element of root.querySelectorAll(measured)) {
    const { left, top, width, height } = element.getBoundingClientRect();
    spots.set(element, { page, x: left - origin.left, y: top - origin.top, width, height });
  }
  return spots;
}

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
  const known = new Map<string, LogicalElement>();
  const looks = new Map(pages.flatMap((laid) => [...laid.looks]));
  const dyes = dyeTexts(looks);
  let parts = 0;

  function read(node: Element, into: LogicalElement, page: number, { spots }: LaidPage): void {
    for (const child of node.childNodes) {
      // Between the boxes of a page stands white space of Paged.js's.
      const text = into === root || into === foot ? "" : textOf(child);
      if (text !== "") into.kids.push({ key: dyes.keyOf(node), page, text });
      else if (child instanceof Element && !child.matches(unsaid))
        readElement(child, into, page, spots);
    }
  }

  function readElement(
    element: Element,
    into: LogicalElement,
    page: number,
    spots: LaidPage["spots"],
  ): void {
    const whole = wholeOf(element, into);
    const spot = spots.get(element);
    if (spot && whole !== into) whole.spots = [...(whole.spots ?? []), spot];
    if (element instanceof HTMLAnchorElement && element.hasAttribute("href")) {
      whole.parts = [...(whole.parts ?? []), parts];
      element.setAttribute("href", `x-part:${parts++}`);
    }
    if (element instanceof HTMLLIElement && !("continued" in element.dataset))
      whole.kids.push({ key: dyes.keyOf(element, "marker"), page });
    const { before = "", after = "" } = looks.get(element) ?? {};
    if (before) whole.kids.push({ key: dyes.keyOf(element), page, text: before });
    read(element, whole, page, { spots } as LaidPage);
    if (after) whole.kids.push({ key: dyes.keyOf(element), page, text: after });
  }

  /** The element of the tree that this one is, or is a part of; of one that is only for layout, its parent. */
  function wholeOf(element: Element, into: LogicalElement): LogicalElement {
    const { ref } = (element as HTMLElement).dataset;
    if (ref === undefined) return into;
    const before = known.get(ref);
    if (before) return before;
    const whole: LogicalElement = {
      tag: element.localName,
      attributes: attributesOf(element),
      kids: [],
    };
    known.set(ref, whole);
    into.kids.push(whole);
    return whole;
  }

  pages.forEach((laid, page) => {
    read(laid.text, root, page, laid);
    if (laid.foot) read(laid.foot, foot, page, laid);
  });
  return {
    root,
    foot: foot.kids as LogicalElement[],
    inks: dyes.apply(),
    pictures: pages.flatMap(picturesOf),
  };
}

function picturesOf({ spots }: LaidPage): Spot[] {
  return [...spots].flatMap(([element, spot]) => (element.matches("img") ? [spot] : []));
}

function textOf(node: Node): string {
  return node instanceof HTMLBRElement ? "\n" : node instanceof Text ? node.data : "";
}

function attributesOf(element: Element): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const name of told) {
    const value = element.getAttribute(name);
    if (value !== null) attributes[name] = value;
  }
  return attributes;
}
