import type { Root } from "mdast";
import { visit } from "unist-util-visit";

const noBreak = "\u00A0";
// What is said of the number before it; before another number it belongs to that.
const beforeUnit = /(?<=\p{Nd})[ \t\r\n](?=[%‰°℃℉\p{Sc}](?!\p{Nd}))/gu;
// 12 345 678
const grouped = /(?<![\p{Nd}.,])\p{Nd}{1,3}(?: \p{Nd}{3})+(?!\p{Nd})/gu;

/**
 * Keeps on one line what is one number: a per cent or currency sign with the number before it, and its thousands where
 * the language parts them by a space, as CLDR has it.
 * @param options
 *   `language`: BCP 47 tag of the text.
 * @returns
 *   Transform.
 */
export function remarkNumberSpace(options: { language: string }) {
  const groups = partsBySpace(options.language);
  return (tree: Root): void => {
    visit(tree, "text", (node) => {
      node.value = node.value.replace(beforeUnit, noBreak);
      if (groups)
        node.value = node.value.replace(grouped, (number) => number.replaceAll(" ", noBreak));
    });
  };
}

// Asking takes half a millisecond, and each line of the front matter is set by itself.
const known = new Map<string, boolean>();

function partsBySpace(language: string): boolean {
  const told = known.get(language);
  if (told !== undefined) return told;
  const parts = new Intl.NumberFormat(language).formatToParts(12345);
  const bySpace = parts.some(({ type, value }) => type === "group" && /\s/u.test(value));
  known.set(language, bySpace);
  return bySpace;
}
