/**
 * One column of type as high as the space for it. The box is a multicol container one column wide, so
 * Chromium itself breaks lines, keeps headings with their text, minds widows and orphans, and what
 * does not fit stands in a second column beside it. We find where that column begins and cut there.
 */
export interface Column {
  /** The multicol box. */
  readonly box: HTMLElement;
  /** What it holds. */
  readonly content: HTMLElement;
}

/** Where a column ends: before child `offset` of an element, or before character `offset` of a text. */
export interface Break {
  node: Node;
  offset: number;
}

// The second column begins beyond a gap of 1000 px or more (Paged.js's `--pagedjs-column-gap-offset`).
const beyond = 100;
const furniture = new Set(["THEAD", "COLGROUP", "CAPTION"]);

/**
 * Finds the first place in document order that stands in a later column.
 * @param column
 *   A column that has been laid out.
 * @returns
 *   The place; `undefined` when everything fits; the start of the content when nothing does.
 */
export function findBreak(column: Column): Break | undefined {
  const edge = column.box.getBoundingClientRect().right + beyond;
  if (column.box.scrollWidth <= column.box.clientWidth + beyond) return undefined;
  for (let tries = 0; ; tries++) {
    const found = search(column.content, edge);
    if (!found) return undefined;
    // No word is broken over a page, not even at a hyphen of its own.
    if (tries < 4 && keepWordWhole(found, column.box.clientWidth)) continue;
    return raise(found, column.content);
  }
}

const hyphens = "-\u2010\u00AD";

/** Forbids the line break before a place, if it is inside a word, at a hyphen. */
function keepWordWhole({ node, offset }: Break, measure: number): boolean {
  if (node.nodeType !== Node.TEXT_NODE || offset === 0) return false;
  const text = node as Text;
  if (!hyphens.includes(text.data[offset - 1] as string)) return false;
  const start = text.data.slice(0, offset).search(/\S+$/);
  const end = offset + text.data.slice(offset).search(/\s|$/);
  if (start === -1 || text.parentElement?.classList.contains("unbroken")) return false;
  if (widthOf(text, start, end) > measure * 0.9) return false;
  const word = text.splitText(start);
  word.splitText(end - start);
  const span = document.createElement("span");
  span.className = "unbroken";
  span.style.whiteSpace = "nowrap";
  word.replaceWith(span);
  span.append(word);
  return true;
}

/** Width of a run of text if it stood on one line, CSS px. */
function widthOf(text: Text, start: number, end: number): number {
  const range = document.createRange();
  range.setStart(text, start);
  range.setEnd(text, end);
  return [...range.getClientRects()].reduce((sum, { width }) => sum + width, 0);
}

function search(parent: Element, edge: number): Break | undefined {
  for (let index = 0; index < parent.childNodes.length; index++) {
    const child = parent.childNodes[index] as ChildNode;
    const found =
      child.nodeType === Node.TEXT_NODE
        ? searchText(child as Text, edge)
        : searchElement(child as Element, parent, index, edge);
    if (found) return found;
  }
  return undefined;
}

function searchElement(element: Element, parent: Element, index: number, edge: number) {
  if (furniture.has(element.tagName)) return undefined;
  const rect = element.getBoundingClientRect();
  if (rect.width === 0 && rect.height === 0) return undefined;
  if (rect.left >= edge) return { node: parent, offset: index };
  if (rect.right <= edge) return undefined;
  // A row that is higher than a whole page has no one place to cut: its cells run side by side.
  if (element.tagName === "TR") return { node: element, offset: -1 };
  return search(element, edge);
}

/** Smallest offset whose character stands beyond the edge; text runs forward, so halving finds it. */
function searchText(text: Text, edge: number): Break | undefined {
  if (!reaches(text, text.length, edge)) return undefined;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reaches(text, middle + 1, edge)) high = middle;
    else low = middle + 1;
  }
  // Never between the two halves of a surrogate pair.
  if (low > 0 && /[\uDC00-\uDFFF]/.test(text.data[low] ?? "")) low--;
  return { node: text, offset: low };
}

function reaches(text: Text, end: number, edge: number): boolean {
  const range = document.createRange();
  range.setStart(text, 0);
  range.setEnd(text, end);
  for (const rect of range.getClientRects()) if (rect.left >= edge) return true;
  return false;
}

/** Moves a break up while nothing stands before it in its parent, so that no empty shell is left behind. */
function raise(found: Break, content: Element): Break {
  let { node, offset } = found;
  while (node !== content && offset !== -1 && !contentBefore(node, offset)) {
    const parent = node.parentNode as Node;
    offset = [...parent.childNodes].indexOf(node as ChildNode);
    node = parent;
  }
  return { node, offset };
}

function contentBefore(node: Node, offset: number): boolean {
  if (node.nodeType === Node.TEXT_NODE) return (node as Text).data.slice(0, offset).trim() !== "";
  for (const child of [...node.childNodes].slice(0, offset)) {
    if (
      child.nodeType === Node.TEXT_NODE
        ? (child as Text).data.trim()
        : !furniture.has((child as Element).tagName)
    ) {
      return true;
    }
  }
  return false;
}
