import type { Matched } from "../match/match.ts";
import type { Item, Paint } from "../runs/items.ts";
import type { Run } from "../runs/run.ts";

const layout = "<</Type /Layout>>";
const between = "<</Type /Pagination>>";
const head = "<</Type /Pagination /Subtype /Header>>";
const foot = "<</Type /Pagination /Subtype /Footer>>";

/**
 * Says what kind of artifact what belongs to no text of a page is (ISO 32000-1, table 330): drawings are layout, words
 * are there for the page's sake. Over all text they are its head; under all, its foot; neither is the head of a table that
 * is repeated there.
 * @param items
 *   Of a page.
 * @param matched
 *   Those that belong to the text.
 * @param isDyed
 *   Whether an ink is a dye, by which all that stands in the text is known.
 * @returns
 *   Of an item: properties of its marked content, as they are written.
 */
export function decorations(
  items: readonly Item[],
  matched: ReadonlyMap<Run, Matched>,
  isDyed: (ink: number) => boolean,
): (item: Run | Paint) => string {
  let top = Number.NEGATIVE_INFINITY;
  let bottom = Number.POSITIVE_INFINITY;
  for (const item of items) {
    if (item.kind !== "run" || !matched.has(item)) continue;
    top = Math.max(top, item.baseline);
    bottom = Math.min(bottom, item.baseline);
  }
  return (item) => {
    if (item.kind === "paint") return layout;
    // A page without text has neither.
    if (top < bottom || isDyed(item.ink)) return between;
    return item.baseline > top ? head : item.baseline < bottom ? foot : between;
  };
}
