import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { complain } from "../../complain.ts";

/** Tags and the like that an HTML parser passes over without a trace in its tree. */
const traceless = /<(?:(?:html|head|body|frameset)\b|\?|!\[CDATA\[|![a-z]+)/gi;
/** A tag that the end of the text cuts off, be it after its first sign. */
const openTag = /<(?:[a-z/!?][^>]*)?$/i;

/**
 * Reports raw HTML that would be lost before a sanitiser could see it, with the words it takes along: what
 * follows an open tag or comment counts as a part of it.
 * @returns
 *   Transform; `html-dropped`, `html-open`.
 */
export function remarkLostHtml() {
  return (tree: Root, file: VFile): void => {
    visit(tree, "html", (node) => {
      for (const [tag] of node.value.matchAll(traceless))
        complain(
          file,
          "html-dropped",
          node,
          `HTML that begins with \`${tag}\` is left out`,
          "Take it out: it is for programs that read HTML. If it is to be printed, put a backslash before its <.",
        );
      const comment = node.value.trimStart().startsWith("<!--") && !node.value.includes("-->");
      if (!comment && !openTag.test(node.value.trimEnd())) return;
      complain(
        file,
        "html-open",
        node,
        `This HTML ${comment ? "comment" : "tag"} has no end, so words after it would be lost`,
        comment
          ? "Close it with `-->`."
          : "Close it with `>`, or write `&lt;` for a less-than sign.",
      );
    });
  };
}
