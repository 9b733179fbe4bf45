import type { List, ListItem, Paragraph, PhrasingContent } from "mdast";
import type { Point } from "unist";
import { extentOf } from "./extent-of.ts";
import { paragraphOf } from "./paragraph-of.ts";

/** A bullet as typed. */
export interface Bullet {
  sign: string;
  /** Characters of the line that it takes, spaces too. */
  length: number;
  place: Point | undefined;
}

/** A line, and those that go on with it, that began with a bullet. */
export interface Item {
  bullet: Bullet;
  content: PhrasingContent[];
}

interface Nested extends Item {
  below: Nested[];
}

/**
 * Makes a list of items: a bullet not met before stands below the one above it.
 * @param items
 *   Items in order.
 * @returns
 *   The list, and lists in it.
 */
export function itemList(items: readonly Item[]): List {
  return list(nest(items));
}

/** Items with those below them: a bullet met before ends what is below it. */
function nest(items: readonly Item[]): Nested[] {
  const top: Nested[] = [];
  const open: Array<{ sign: string; items: Nested[] }> = [];
  for (const item of items) {
    const { sign } = item.bullet;
    const level = open.findIndex((one) => one.sign === sign);
    if (level >= 0) open.length = level + 1;
    else open.push({ sign, items: open.at(-1)?.items.at(-1)?.below ?? top });
    open.at(-1)?.items.push({ ...item, below: [] });
  }
  return top;
}

function list(items: readonly Nested[]): List {
  const children = items.map(({ below, bullet, content }): ListItem => {
    const inside: Paragraph = { ...paragraphOf(content), data: { hName: "p" } };
    const lower = below.length > 0 ? [list(below)] : [];
    const end = (lower[0] ?? inside).position?.end;
    const position = bullet.place && end && { start: bullet.place, end };
    return {
      type: "listItem",
      spread: false,
      children: [inside, ...lower],
      ...(position && { position }),
    };
  });
  return { type: "list", ordered: false, spread: false, children, ...extentOf(children) };
}
