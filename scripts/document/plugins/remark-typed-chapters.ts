import type { Heading, Paragraph, Root, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import type { LanguageRow } from "../../languages/language.ts";
import { sourceLines } from "../../markdown/source-lines.ts";
import { headCount, minors } from "../typed/head-count.ts";
import { itemLine } from "../typed/item-line.ts";
import { joinLines, linesOf } from "../typed/lines.ts";
import { pageLines } from "../typed/page-lines.ts";
import { pageNumberReader } from "../typed/page-number.ts";
import { paragraphOf } from "../typed/paragraph-of.ts";
import { type Source, sourceOf } from "../typed/source.ts";
import { isText } from "../typed/title-line.ts";

/** Fewest heads that tell. */
const fewest = 2;
/** A line to be written on. */
const drawn = /_{5}|[.…]{8}/u;

/** A block, and the line that it is. */
interface Block {
  node: RootContent;
  /** The line as it would be a heading, with what counts it. */
  line?: Paragraph | undefined;
  /** The block that it was parted from. */
  whole?: Paragraph;
}

interface Counted {
  index: number;
  value: number;
}

/**
 * Makes headings of lines in a `.txt` file that stand alone over text and count on from 1, none left out: chapters, articles
 * (`第一章`, `§ 1`, `Article 1`), sections (`一、`, `I.`, `1.`, `1.2`), these also right over what counts on in them. Where
 * there are two kinds, those that come later stand below.
 * @param options
 *   `languages`: rows whose words for pages are known: what stood at the head or foot of a page heads nothing.
 * @returns
 *   Transform; `typed-headings`. Runs after what looks for lines in capitals, and only where there are no headings.
 */
export function remarkTypedChapters({ languages }: { languages: readonly LanguageRow[] }) {
  const readPage = pageNumberReader(languages);
  return (tree: Root, file: VFile): void => {
    if (file.extname !== ".txt") return;
    const [title, ...typed] = tree.children;
    if (!title || typed.some(({ type }) => type === "heading")) return;
    const source = sourceOf(String(file));
    const blocks = typed.flatMap((node) => partLine(node, source));
    const pages = new Set(pageLines(sourceLines(String(file)), readPage));
    const kinds = new Map<string, Counted[]>();
    for (const [index, { line }] of blocks.entries()) {
      const words = line ? textOf(line).trim() : "\n";
      const isOfPage = pages.has(line?.position?.start.line ?? 0) || readPage(words) !== undefined;
      const count = isOfPage || /[\n\u2028\v]/u.test(words) ? undefined : headCount(words);
      if (!count) continue;
      kinds.set(count.kind, [...(kinds.get(count.kind) ?? []), { index, value: count.value }]);
    }
    const counted = [...kinds].filter(([kind, heads]) => countsOn(kind, heads));
    const all = new Set(counted.flatMap(([, heads]) => heads.map(({ index }) => index)));
    const nodes = blocks.map(({ node }) => node);
    const found = counted.filter(([kind, heads]) => isOver(kind, heads, nodes, all)).slice(0, 2);
    const depths = new Map<Block, 2 | 3>();
    for (const [level, [, heads]] of found.entries())
      for (const { index } of heads) depths.set(blocks[index] as Block, level === 0 ? 2 : 3);
    const [head, ...more] = blocks.filter((block) => depths.has(block));
    if (!head?.line) return;
    tree.children = [title, ...rebuilt(blocks, depths)];
    const what = `“${textOf(head.line).trim()}” and ${more.length} more`;
    complain(file, "typed-headings", head.line, `Recognised ${what} as headings`);
  };
}

/** A block with the line that it is: to Markdown, `1. Name` is a list. A line right over what counts on in it is parted off. */
function partLine(node: RootContent, source: Source): Block[] {
  if (node.type === "list") {
    const [item] = node.children;
    return [
      { node, line: node.children.length === 1 && item ? itemLine(item, source) : undefined },
    ];
  }
  if (node.type !== "paragraph") return [{ node }];
  const [first, second, ...others] = linesOf(node.children, source);
  const number = /^\p{Nd}{1,2}(?=\s)/u.exec(first ? textOf(paragraphOf(first.children)) : "")?.[0];
  const below = second ? textOf(paragraphOf(second.children)).trim() : "";
  if (!first || !second || number === undefined || !below.startsWith(`${number}.1`))
    return [{ node, line: node }];
  const line = paragraphOf(first.children);
  return [
    { node: line, line, whole: node },
    { node: paragraphOf(joinLines([second, ...others])), whole: node },
  ];
}

/** The blocks with their headings; what was parted for a heading that is none is whole again. */
function rebuilt(blocks: readonly Block[], depths: ReadonlyMap<Block, 2 | 3>): RootContent[] {
  const kept = new Set([...depths.keys()].flatMap(({ whole }) => whole ?? []));
  return blocks.flatMap((block): RootContent[] => {
    const { line, node, whole } = block;
    const depth = depths.get(block);
    if (depth && line) return [headingOf(line, depth)];
    if (!whole || kept.has(whole)) return [node];
    return line ? [whole] : [];
  });
}

/** Whether heads are enough, and count on from 1, none left out; sections of sections do so in each. */
function countsOn(kind: string, heads: readonly Counted[]): boolean {
  if (heads.length < fewest) return false;
  if (kind !== "1.1") return heads.every(({ value }, at) => value === at + 1);
  return heads.every(({ value }, at) => {
    const before = heads[at - 1]?.value ?? 0;
    const next = (Math.floor(before / minors) + 1) * minors + 1;
    return value === next || (at > 0 && value === before + 1);
  });
}

/** Whether something stands under each, and text under one; under half of those that only have a number. */
function isOver(
  kind: string,
  heads: readonly Counted[],
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
  if (!kind.startsWith("1") || kind.includes(" ")) return below.some(isSection);
  const isForm = below.some((index) => isDrawn(blocks[index]));
  return !isForm && below.filter(isSection).length * 2 >= heads.length;
}

function isDrawn(node: RootContent | undefined): boolean {
  return node?.type === "thematicBreak" || (node !== undefined && drawn.test(textOf(node)));
}

function headingOf({ children, position }: Paragraph, depth: 2 | 3): Heading {
  return { type: "heading", depth, children, ...(position && { position }) };
}
