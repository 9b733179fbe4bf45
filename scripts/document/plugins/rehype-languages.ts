import type { Element, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { visitParents } from "unist-util-visit-parents";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import { languageRow } from "../../tables/languages.ts";
import { mistakenTags } from "../../tables/mistaken-tags.ts";
import { isAddress } from "../links/address.ts";

/** Elements that run from the left in every language. */
const code = new Set(["code", "kbd", "pre", "samp"]);

/**
 * Gives every element that names a language an id, since Chromium loses the language of inline elements
 * without one, and its direction where that differs from the text around it. Code, and addresses in print, run from
 * the left in a text from the right.
 * @param options
 *   `language`: BCP 47 tag of the text.
 * @returns
 *   Transform; warns `language-tag` about codes that are no language's.
 */
export function rehypeLanguages(options: { language: string }) {
  return (tree: Root, file: VFile): void => {
    const main = languageRow(options.language).row.direction;
    let count = 0;
    visitParents(tree, "element", (node, ancestors) => {
      const { properties } = node;
      if (typeof properties.lang === "string" && !isCode(properties.lang)) {
        reportCode(node, properties.lang, file);
        delete properties.lang;
      }
      if (typeof properties.lang === "string") properties.id ??= `lang-${++count}`;
      const own = directionOf(node);
      if (own === undefined) return;
      // The nearest element that has a direction: what this one is isolated from.
      const around = ancestors.findLast((one) => one.type === "element" && one.properties.dir);
      const outer = around?.type === "element" ? String(around.properties.dir) : main;
      if (own !== outer) properties.dir ??= own;
    });
  };
}

/** ISO 639-1 is closed, and `Intl` knows all of it; of longer codes it knows but some. */
const names = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });

/** Whether a well-formed tag begins with the code of a language. */
function isCode(tag: string): boolean {
  const [code = ""] = tag.toLowerCase().split("-");
  return code.length > 2 || names.of(code) !== undefined;
}

function reportCode(node: Element, tag: string, file: VFile): void {
  const [code = ""] = tag.toLowerCase().split("-");
  const meant = Object.hasOwn(mistakenTags, code) ? mistakenTags[code] : undefined;
  complain(
    file,
    "language-tag",
    node,
    `“${code}” is not the code of a language, so “${wordsOf(node)}” is read out as if it were in the language of the text`,
    meant
      ? `Did you mean \`${meant}\`?`
      : "Write the code that the language has in ISO 639, such as `fr` for French.",
  );
}

function wordsOf(node: Element): string {
  const words = textOf(node).replace(/\s+/g, " ").trim();
  return words.length > 40 ? `${words.slice(0, 40).trimEnd()}…` : words;
}

function directionOf(node: Element): "ltr" | "rtl" | undefined {
  const { href, lang } = node.properties;
  if (typeof lang === "string") return languageRow(lang).row.direction;
  const isPrinted = typeof href === "string" && isAddress(textOf(node), href);
  return isPrinted || code.has(node.tagName) ? "ltr" : undefined;
}
