import type { Element, ElementContent, Root } from "hast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";

/** Fewest capitals and words that make a paragraph; a shorter line may be a sign, a name or a call. */
const fewest = { capitals: 40, words: 7 };

const blocks = new Set(["dd", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "td"]);
const apart = new Set([...blocks, "blockquote", "code", "dl", "ol", "pre", "table", "ul"]);

// Not of every script: letters of Cherokee are capitals as it is mostly written.
const capital =
  /(?=\p{Lu})[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}]/gu;

/**
 * Says where whole paragraphs stand in capitals: words have no shape in them by which they are known, and programs
 * that read aloud take some for abbreviations.
 * @returns
 *   Transform; `text-capitals`, at the first, with the number of others.
 */
export function rehypeCapitals() {
  return (tree: Root, file: VFile): void => {
    const found: Element[] = [];
    visit(tree, "element", (node) => {
      if (blocks.has(node.tagName) && isInCapitals(wordsOf(node.children))) found.push(node);
    });
    const [first, ...others] = found;
    if (!first) return;
    const more = others.length === 0 ? " is" : ` and ${others.length} more are`;
    complain(
      file,
      "text-capitals",
      first,
      `This paragraph${more} all in capitals, which many people read slowly, and some hear letter by letter`,
      "Write it in small letters; **bold** sets a few words of it off.",
    );
  };
}

function isInCapitals(words: string): boolean {
  if (/\p{Ll}/u.test(words)) return false;
  const isLong = words.trim().split(/\s+/).length >= fewest.words;
  return isLong && (words.match(capital)?.length ?? 0) >= fewest.capitals;
}

/** Words of a block, without those of blocks in it and without code. */
function wordsOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === "text") return node.value;
      return node.type === "element" && !apart.has(node.tagName) ? wordsOf(node.children) : "";
    })
    .join("");
}
