import type { Heading, Paragraph, Root, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import type { LanguageRow } from "../../languages/language.ts";
import { sourceLines } from "../../markdown/source-lines.ts";
import { headCount } from "../typed/head-count.ts";
import { pageLines } from "../typed/page-lines.ts";
import { pageNumberReader } from "../typed/page-number.ts";
import { isText } from "../typed/title-line.ts";

/** Fewest heads that tell. */
const fewest = 2;

/**
 * Makes headings of lines in a `.txt` file that stand alone over text and count on from 1, none left out: chapters, articles
 * (`第一章`, `§ 1`, `Article 1`), sections (`一、`, `I.`). Where there are two kinds, those that come later stand below.
 * @param options
 *   `languages`: rows whose words for pages are known: what stood at the head or foot of a page heads nothing.
 * @returns
 *   Transform; `typed-headings`. Runs after what looks for lines in capitals, and only where there are no headings.
 */
export function remarkTypedChapters({ languages }: { languages: readonly LanguageRow[] }) {
  const readPage = pageNumberReader(languages);
  return (tree: Root, file: VFile): void => {
    if (file.extname !== ".txt") return;
    const [, ...blocks] = tree.children;
    if (blocks.some(({ type }) => type === "heading")) return;
    const pages = new Set(pageLines(sourceLines(String(file)), readPage));
    const kinds = new Map<string, Array<{ index: number; value: number }>>();
    for (const [index, node] of blocks.entries()) {
      const line = node.type === "paragraph" ? textOf(node).trim() : "\n";
      const isOfPage = pages.has(node.position?.start.line ?? 0) || readPage(line) !== undefined;
      const count = isOfPage || /[\n\u2028\v]/u.test(line) ? undefined : headCount(line);
      if (!count) continue;
      kinds.set(count.kind, [...(kinds.get(count.kind) ?? []), { index, value: count.value }]);
    }
    const counted = [...kinds.values()].filter(
      (heads) => heads.length >= fewest && heads.every(({ value }, at) => value === at + 1),
    );
    const all = new Set(counted.flatMap((heads) => heads.map(({ index }) => index)));
    const found = counted.filter((heads) => isOver(heads, blocks, all)).slice(0, 2);
    for (const [level, heads] of found.entries())
      for (const { index } of heads)
        tree.children[index + 1] = headingOf(blocks[index] as Paragraph, level === 0 ? 2 : 3);
    const [first, ...more] = found.flat().sort((one, other) => one.index - other.index);
    const head = blocks[first?.index ?? -1] as Paragraph | undefined;
    if (!head) return;
    const what = `“${textOf(head).trim()}” and ${more.length} more`;
    complain(file, "typed-headings", head, `Recognised ${what} as headings`);
  };
}

/** Whether something stands under each, and text under one. */
function isOver(
  heads: ReadonlyArray<{ index: number }>,
  blocks: readonly RootContent[],
  all: ReadonlySet<number>,
): boolean {
  const own = new Set(heads.map(({ index }) => index));
  const below = heads.map(({ index }) => index + 1);
  if (below.some((index) => own.has(index) || blocks[index] === undefined)) return false;
  const isSection = (index: number) => {
    const node = blocks[all.has(index) ? index + 1 : index];
    return node !== undefined && (node.type !== "paragraph" || isText(node));
  };
  return below.some(isSection);
}

function headingOf({ children, position }: Paragraph, depth: 2 | 3): Heading {
  return { type: "heading", depth, children, ...(position && { position }) };
}
