import type { List, ListItem, Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import { moreLikeIt } from "../../complaints/more-like-it.ts";
import { type Source, sourceOf } from "../typed/source.ts";

/**
 * Keeps the numbers of list items in a `.txt` file as they were typed: Markdown looks only at the first, and counts on
 * from it. Where all are alike, counting was meant. In an `.md` file it says where a list that begins anew does not.
 * @returns
 *   Transform; a list is parted before an item that does not count on; `markdown-typed`.
 */
export function remarkTypedNumbers() {
  return (tree: Root, file: VFile): void => {
    const source = sourceOf(String(file));
    const anew: Anew[] = [];
    visit(tree, "list", (node, index, parent) => {
      if (index === undefined || !parent || !node.ordered) return;
      const parts = partsOf(node, source);
      if (parts.length === 1) return;
      if (file.extname === ".txt") parent.children.splice(index, 1, ...parts);
      else anew.push(...begunAnew(parts));
    });
    warn(anew, file);
  };
}

/** A part of a list that was meant to begin anew, and the number it prints with. */
interface Anew {
  part: List;
  printed: number;
}

/** Parts whose number goes back, which nobody types who leaves the counting to Markdown. */
function begunAnew([first, ...parts]: readonly List[]): Anew[] {
  let printed = first?.start ?? 1;
  let before = first;
  return parts.flatMap((part) => {
    const count = before?.children.length ?? 0;
    const last = (before?.start ?? 1) + count - 1;
    printed += count;
    before = part;
    return (part.start ?? 1) < last ? [{ part, printed }] : [];
  });
}

function warn([first, ...others]: readonly Anew[], file: VFile): void {
  if (!first) return;
  const more = moreLikeIt(others.length);
  complain(
    file,
    "markdown-typed",
    first.part,
    `The item numbered ${first.part.start} prints as ${first.printed}, since a list goes on until something else stands between${more}`,
    "Put words or a heading between the two lists, or number the second as 1), 2) if the first is 1., 2.",
  );
}

function partsOf(list: List, source: Source): List[] {
  const numbers = list.children.map((item) => numberOf(item, source));
  if (numbers.every((number) => number === numbers[0])) return [list];
  const groups: Array<{ start: number; items: ListItem[] }> = [];
  for (const [index, item] of list.children.entries()) {
    const number = numbers[index] ?? 1;
    const last = groups.at(-1);
    if (last && number === last.start + last.items.length) last.items.push(item);
    else groups.push({ start: number, items: [item] });
  }
  return groups.map(({ start: number, items }): List => {
    const start = items[0]?.position?.start;
    const end = items.at(-1)?.position?.end;
    return {
      ...list,
      start: number,
      children: items,
      ...(start && end && { position: { start, end } }),
    };
  });
}

function numberOf(item: ListItem, source: Source): number | undefined {
  const [digits] = /^\d{1,9}/u.exec(source.slice(item)) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
