import type { Page } from "pagedjs";
import { isInside } from "./is-inside.ts";

/** Text seen on a page that belongs to one block of the source. */
export interface SeenText {
  /** `data-ref` of the block. */
  ref: string;
  /** What it is part of; see `SourceText`. */
  group: string;
  /** Empty where only words of ours were seen, such as a note's mark over its picture. */
  text: string;
}

/** A block of source text, whole. */
export interface SourceText {
  ref: string;
  /** What must be in order: a note, as several may go on over a page; a table's row, as its cells do; else the block. */
  group: string;
  /** `line:column`. */
  place: string;
  text: string;
}

const lineEnds = /[\t\n\f\r]/g;
const softHyphens = /\u00AD/g;
const notSource = "[data-generated], [data-repeated], a.noteref";
// Stands in for what readers without ruby don't have: the place of a gloss over its word.
const unshown = "rp";

/**
 * Reads the blocks of source text in a tree, in order.
 * @param root
 *   Tree before layout.
 */
export function sourceTexts(root: ParentNode & Node): SourceText[] {
  const blocks = new Map<string, SourceText>();
  for (const { node, block, ours } of textNodes(root)) {
    if (ours) continue;
    const ref = block.dataset.ref as string;
    const known = blocks.get(ref);
    if (known) known.text += node.data;
    else
      blocks.set(ref, {
        ref,
        group: groupOf(block),
        place: block.dataset.place ?? "",
        text: node.data,
      });
  }
  return [...blocks.values()];
}

/**
 * Reads the source text that can be seen inside a box, in order.
 * @param root
 *   Tree on the page.
 * @param box
 *   Where text must stand to count as seen, in CSS px.
 */
export function seenTexts(root: ParentNode & Node, box: DOMRect): SeenText[] {
  const seen: SeenText[] = [];
  for (const { node, block, ours } of textNodes(root)) {
    const ref = block.dataset.ref as string;
    const text = !ours && isInside(node, box) ? node.data.replace(softHyphens, "") : "";
    const last = seen.at(-1);
    if (last?.ref === ref) last.text += text;
    else seen.push({ ref, group: groupOf(block), text });
  }
  return seen;
}

/** Reads the text of a page's column and foot. */
export function pageTexts(page: Page): { text: SeenText[]; notes: SeenText[] } {
  const area = page.area.parentElement as HTMLElement;
  return {
    text: seenTexts(page.area, page.area.getBoundingClientRect()),
    notes: seenTexts(
      area.querySelector(".pagedjs_footnote_inner_content") as HTMLElement,
      page.footnotesArea.getBoundingClientRect(),
    ),
  };
}

function groupOf(block: HTMLElement): string {
  let group = block;
  for (let up: HTMLElement | null = block; up; up = up.parentElement) {
    if (up.tagName === "TR" || up.classList.contains("note")) group = up;
  }
  return group.dataset.ref as string;
}

interface PlacedText {
  node: Text;
  block: HTMLElement;
  /** Whether it is no text of the source. */
  ours: boolean;
}

function* textNodes(root: ParentNode & Node): Generator<PlacedText> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (!node.data.replace(lineEnds, "")) continue;
    if (node.parentElement?.closest(unshown)) continue;
    const block = node.parentElement?.closest<HTMLElement>("[data-place]");
    if (block) yield { node, block, ours: Boolean(node.parentElement?.closest(notSource)) };
  }
}
