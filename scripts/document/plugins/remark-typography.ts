import type { Root, Text } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import remarkSmartypants from "remark-smartypants";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";

/** Quotation marks of a language: opening and closing, double and single. */
export interface Quotes {
  double: readonly [string, string];
  single: readonly [string, string];
}

/**
 * Sets `--` as a dash, `...` as an ellipsis and straight quotation marks as the language's, outside code and
 * printed addresses. What was typed as it should print stays.
 * @param options
 *   `quotes`: the language's marks; absent: straight marks stay, since a wrong shape is worse than none.
 * @returns
 *   Transform.
 */
export function remarkTypography(options: { quotes?: Quotes }) {
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
    const shielded = shieldAddresses(tree);
    set(tree);
    for (const node of shielded) node.type = "text";
  };
}

/** Passes the text of links that print their own address off as code while marks are set. */
function shieldAddresses(tree: Root): Array<{ type: string }> {
  const shielded: Array<{ type: string }> = [];
  visit(tree, "link", (link) => {
    const printed = textOf(link);
    if (!link.url.endsWith(printed)) return;
    visit(link, "text", (node: Text) => {
      shielded.push(node);
    });
  });
  for (const node of shielded) node.type = "inlineCode";
  return shielded;
}
