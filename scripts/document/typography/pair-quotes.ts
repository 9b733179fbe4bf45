import type { Nodes, Text } from "mdast";
import { visit } from "unist-util-visit";

/** Opening and closing marks, double and single. */
interface Quotes {
  double: readonly [string, string];
  single: readonly [string, string];
}

// Scripts that part no words by spaces, and the punctuation of Chinese and Japanese.
const unspaced = String.raw`[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}，；：！？（）…—]`;
const forms = {
  double: { mark: /"/gu, between: new RegExp(`${unspaced}"${unspaced}`, "u") },
  single: {
    // Between other letters it is an apostrophe.
    mark: new RegExp(`(?<![\\p{L}\\p{M}])'|(?<=${unspaced})'|'(?!\\p{L})`, "gu"),
    between: new RegExp(`${unspaced}'${unspaced}`, "u"),
  },
};

/**
 * Sets straight quotation marks between letters that no space parts as pairs: which of two opens is nowhere to be seen
 * but in their order.
 * @param block
 *   A paragraph or the like; changed. One that has such a mark an odd number of times stays as it is.
 * @param quotes
 *   The language's marks.
 */
export function pairQuotes(block: Nodes, quotes: Quotes): void {
  const texts: Text[] = [];
  visit(block, "text", (node) => {
    texts.push(node);
  });
  const whole = texts.map(({ value }) => value).join("");
  for (const kind of ["double", "single"] as const) {
    const { mark, between } = forms[kind];
    if (!between.test(whole) || [...whole.matchAll(mark)].length % 2 > 0) continue;
    let count = 0;
    for (const node of texts)
      node.value = node.value.replace(mark, () => quotes[kind][count++ % 2] ?? "");
  }
}
