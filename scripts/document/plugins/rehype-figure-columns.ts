import type { Element, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { languageRow } from "../../tables/languages.ts";

/** An amount: a sign, a currency before or behind, figures in groups, a fraction, a share. Years and numbers of houses too. */
const amount =
  /^[-−–+±]?\s*(?:\p{Sc}|[A-Z]{3}\s)?\s*[-−–+]?\p{Nd}+(?:[.,'’\u00A0\u202F ]\p{Nd}+)*\s*(?:[%‰]|\p{Sc}|[A-Z]{3})?$/u;
/** What stands where there is no amount. */
const none = /^(?:[-–—−]|n\/a)?$/i;

/**
 * Aligns columns of amounts at their right, so that units stand under units, where the text does not say how a column is
 * aligned. The first column names the rows and stays; so does any table with cells over several columns or rows.
 * Text from the right has its figures there anyhow.
 * @param options
 *   `language`: BCP 47 tag of the text.
 * @returns
 *   Transform.
 */
export function rehypeFigureColumns(options: { language: string }) {
  return (tree: Root): void => {
    if (languageRow(options.language).row.direction === "rtl") return;
    visit(tree, "element", (table) => {
      if (table.tagName === "table") alignColumns(table);
    });
  };
}

function alignColumns(table: Element): void {
  const rows = childrenOf(table, "thead", "tbody", "tfoot").flatMap((part) =>
    childrenOf(part, "tr").map((row) => ({ part, cells: childrenOf(row, "td", "th") })),
  );
  const cells = rows.flatMap((row) => row.cells);
  if (cells.some(({ properties }) => properties.colSpan || properties.rowSpan)) return;
  const width = Math.max(0, ...rows.map((row) => row.cells.length));
  for (let column = 1; column < width; column++) {
    const all = rows.flatMap((row) => row.cells[column] ?? []);
    const body = rows.filter(({ part }) => part.tagName !== "thead");
    const texts = body.flatMap((row) => row.cells[column] ?? []).map((cell) => textOf(cell).trim());
    if (all.some(({ properties }) => properties.align) || !areAmounts(texts)) continue;
    for (const cell of all) cell.properties.align = "right";
  }
}

/** Whether a column holds two amounts or more, and nothing else. */
function areAmounts(texts: readonly string[]): boolean {
  const amounts = texts.filter((text) => amount.test(text));
  return amounts.length > 1 && texts.every((text) => amount.test(text) || none.test(text));
}

function childrenOf({ children }: Element, ...names: string[]): Element[] {
  return children.filter(
    (child): child is Element => child.type === "element" && names.includes(child.tagName),
  );
}
