import { rectsOf } from "../seen/rects.ts";
import type { Break } from "./column.ts";

/** A line of type, CSS px in the view. */
export interface Line {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The element whose lines a node is part of. */
export function blockOf(node: Node): HTMLElement {
  let element = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node) as HTMLElement;
  while (element.parentElement && getComputedStyle(element).display.startsWith("inline"))
    element = element.parentElement;
  return element;
}

/**
 * Lists the lines of a block's own text, in order, over all columns it stands in.
 * @param block
 *   A block; lines of blocks inside it do not count.
 */
export function linesOf(block: Element): Line[] {
  const lines: Line[] = [];
  for (const text of textsOf(block)) {
    for (const rect of rectsOf(text)) if (rect.width > 0) addTo(lines, rect);
  }
  return lines;
}

/**
 * Finds where a line begins.
 * @param block
 *   The block it is a line of.
 * @param line
 *   One of its lines.
 */
export function startOfLine(block: Element, line: Line): Break {
  const middle = (line.top + line.bottom) / 2;
  const reaches = (rect: DOMRect) =>
    rect.left >= line.right || (rect.bottom > middle && rect.right > line.left);
  for (const text of textsOf(block)) {
    let low = 0;
    let high = text.length;
    while (low < high) {
      const half = (low + high) >> 1;
      const rects = [...rectsOf(text, 0, half + 1)];
      if (rects.some((rect) => rect.width > 0 && reaches(rect))) high = half;
      else low = half + 1;
    }
    if (low < text.length) return { node: text, offset: low };
  }
  return { node: block, offset: 0 };
}

function* textsOf(block: Element): Generator<Text> {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null) {
    if (text.data.trim() !== "" && blockOf(text) === block) yield text;
  }
}

function addTo(lines: Line[], { left, right, top, bottom }: DOMRect): void {
  const last = lines.at(-1);
  const middle = (top + bottom) / 2;
  // Smaller type stands within the line's height; another column begins far to the right.
  if (last && middle > last.top && middle < last.bottom && left < last.right + 200) {
    last.left = Math.min(last.left, left);
    last.right = Math.max(last.right, right);
    last.top = Math.min(last.top, top);
    last.bottom = Math.max(last.bottom, bottom);
    return;
  }
  lines.push({ left, right, top, bottom });
}
