import { rectsOf } from "../seen/rects.ts";
import { columnWidths, fixColumns } from "../tables/columns.ts";

const soft = "\u00AD";

/**
 * Finds the soft hyphens at which no line ends, to take them away: what stays in the PDF is found, copied and read out
 * as whole words. Lines stay as they are, since a line never ended where a hyphen goes; columns of tables are held as
 * wide as they are, since each soft hyphen let them be narrower.
 * @param root
 *   Text as laid out, of a page or sheet that is not laid out again before it is printed.
 * @returns
 *   Takes them away.
 */
export function unusedSoftHyphens(root: Element): () => void {
  const changes = [...textsWith(root)].map((text) => ({ text, kept: withoutUnused(text) }));
  const tables = [...root.querySelectorAll<HTMLTableElement>("table[data-tight]")];
  const widths = tables.map((table) => columnWidths(table));
  return () => {
    tables.forEach((table, index) => {
      fixColumns(table, widths[index] ?? []);
    });
    for (const { kept, text } of changes) text.data = kept;
  };
}

/** A place in a text at which a line ends in a hyphen. */
export interface EndHyphen {
  text: Text;
  offset: number;
  /** Lower edge of its line, CSS px. */
  bottom: number;
}

/**
 * Finds the soft hyphens at which lines end.
 * @param root
 *   Text as laid out.
 * @returns
 *   In order.
 */
export function endHyphens(root: Element): EndHyphen[] {
  const found: EndHyphen[] = [];
  for (const text of textsWith(root))
    for (let at = text.data.indexOf(soft); at >= 0; at = text.data.indexOf(soft, at + 1)) {
      const bottoms = [...boxesOf(text, at)].map(({ bottom }) => bottom);
      if (bottoms.length > 1) found.push({ text, offset: at, bottom: Math.max(...bottoms) });
    }
  return found;
}

function* textsWith(root: Element): Generator<Text> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null)
    if (text.data.includes(soft)) yield text;
}

function withoutUnused(text: Text): string {
  return text.data.replaceAll(soft, (_, at) => (boxesOf(text, at).length > 1 ? soft : ""));
}

/** A hyphen that is drawn at the end of a line has a box of its own, beside that of the character. */
function boxesOf(text: Text, at: number): DOMRectList {
  return rectsOf(text, at, at + 1);
}
