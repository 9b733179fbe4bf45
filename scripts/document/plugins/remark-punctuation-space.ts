import type { Link, Root, Text } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { SKIP, visit } from "unist-util-visit";
import type { PunctuationSpace } from "../../languages/language.ts";

const blank = "[ \\t\\r\\n\\u00A0\\u202F]";
/** Quotation marks: beside one a space never parts or makes a word. */
const quotation = /[\p{Pi}\p{Pf}]/u;

/**
 * Sets the no-break spaces of a language around its punctuation. Beside quotation marks they are put in; before other
 * marks only a space that was typed becomes one, since `10:30` and an address have none. Runs after `remarkTypography`.
 * @param options
 *   `spaces`: those of the language's row.
 * @returns
 *   Transform.
 */
export function remarkPunctuationSpace(options: { spaces: readonly PunctuationSpace[] }) {
  const replacements = options.spaces.flatMap(({ space, before, after }) => [
    {
      pattern: pattern(before, (mark, times) => `(?<!${blank})${blank}${times}(?=${mark})`),
      space,
    },
    { pattern: pattern(after, (mark, times) => `(?<=${mark})${blank}${times}`), space },
  ]);
  return (tree: Root): void => {
    if (replacements.length === 0) return;
    visit(tree, (node) => {
      if (node.type === "link" && isAddress(node)) return SKIP;
      if (node.type === "text") node.value = setSpaces(node);
      return undefined;
    });
  };

  function setSpaces({ value }: Text): string {
    return replacements.reduce((text, { pattern, space }) => text.replace(pattern, space), value);
  }
}

/** Finds the places of a space beside marks: with quotation marks also where none was typed. */
function pattern(marks: string, at: (mark: string, times: string) => string): RegExp {
  const places = [...marks].map((mark) => at(`\\${mark}`, quotation.test(mark) ? "*" : "+"));
  return new RegExp(places.join("|") || "(?!)", "g");
}

function isAddress(link: Link): boolean {
  return link.url.endsWith(textOf(link));
}
