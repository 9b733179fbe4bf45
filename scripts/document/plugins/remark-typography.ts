import type { Break, Nodes, Parents, PhrasingContent, Root, Text } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import remarkSmartypants from "remark-smartypants";
import { SKIP, visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { pairQuotes } from "../typography/pair-quotes.ts";

/** Quotation marks of a language: opening and closing, double and single. */
export interface Quotes {
  double: readonly [string, string];
  single: readonly [string, string];
}

type Block = Extract<Nodes, { children: PhrasingContent[] }>;

// An apostrophe between letters needs no parser to tell what it is.
const apostrophe = /(?<=[\p{L}\p{M}])'(?=\p{L})/gu;
const ellipsisOrDash = /--|\.{3}/u;
const quote = /["']/u;
// Five dots or more lead to a figure, or are there to be written on; they are passed off as something else.
const leaders = /\.{5,}/gu;
const dot = "\uFDD0";

/**
 * Sets `--` as a dash, `...` as an ellipsis and straight quotation marks as the language's, outside code and
 * printed addresses. What was typed as it should print stays.
 * @param options
 *   `quotes`: the language's marks; absent: straight marks stay, since a wrong shape is worse than none.
 * @returns
 *   Transform.
 */
export function remarkTypography(options: { quotes?: Quotes | undefined }) {
  const { quotes } = options;
  const plugin = remarkSmartypants as unknown as (options: object) => (tree: Root) => void;
  const set = plugin({
    backticks: false,
    dashes: true,
    ellipses: "unspaced",
    quotes: quotes !== undefined,
    ...(quotes && {
      openingQuotes: { double: quotes.double[0], single: quotes.single[0] },
      closingQuotes: { double: quotes.double[1], single: quotes.single[1] },
    }),
  });
  return (tree: Root, _file: VFile): void => {
    const blocks: Block[] = [];
    visit(tree, (node) => {
      if (!isBlock(node)) return;
      const text = textOf(node);
      // It takes its time over every word, so only what it may change is shown to it.
      if (ellipsisOrDash.test(text)) blocks.push(node);
      else if (quotes && quote.test(text) && !setApostrophes(node, quotes.single[1]))
        blocks.push(node);
      return SKIP;
    });
    if (blocks.length === 0) return;
    const shielded = blocks.flatMap(addressesIn);
    for (const node of shielded) (node as { type: string }).type = "inlineCode";
    const breaks = blocks.flatMap(breaksIn);
    const led = blocks.flatMap(ledIn);
    for (const node of led)
      node.value = node.value.replace(leaders, (dots) => dot.repeat(dots.length));
    for (const node of breaks) Object.assign(node, { type: "text", value: "\n" });
    if (quotes) for (const block of blocks) pairQuotes(block, quotes);
    set({ type: "root", children: blocks as Root["children"] });
    for (const node of shielded) node.type = "text";
    for (const node of led) node.value = node.value.replaceAll(dot, ".");
    for (const node of breaks) Object.assign(node, { type: "break", value: undefined });
  };
}

function isBlock(node: Nodes): node is Block {
  return node.type === "paragraph" || node.type === "heading" || node.type === "tableCell";
}

/** Sets the apostrophes of a block that has no other straight mark; `false` when it has. */
function setApostrophes(block: Block, sign: string): boolean {
  const texts: Text[] = [];
  visit(block, "text", (node) => {
    if (quote.test(node.value)) texts.push(node);
  });
  if (texts.some(({ value }) => quote.test(value.replace(apostrophe, "")))) return false;
  const kept = new Set(addressesIn(block));
  for (const node of texts)
    if (!kept.has(node)) node.value = node.value.replace(apostrophe, () => sign);
  return true;
}

/** Line breaks, which part words as a space does. */
function breaksIn(block: Parents): Break[] {
  const found: Break[] = [];
  visit(block, "break", (node) => {
    found.push(node);
  });
  return found;
}

/** Text with leaders. */
function ledIn(block: Parents): Text[] {
  const found: Text[] = [];
  visit(block, "text", (node) => {
    if (node.value.search(leaders) >= 0) found.push(node);
  });
  return found;
}

/** The text of links that print their own address, which is passed off as code while marks are set. */
function addressesIn(block: Parents): Text[] {
  const found: Text[] = [];
  visit(block, "link", (link) => {
    if (!link.url.endsWith(textOf(link))) return;
    visit(link, "text", (node) => {
      found.push(node);
    });
  });
  return found;
}
