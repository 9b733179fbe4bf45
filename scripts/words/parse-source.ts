import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import { sourceLines } from "../markdown/source-lines.ts";
import { parseMarkdown, parserFor } from "../markdown/syntax.ts";
import { withoutDirectiveLines, withoutDirectives } from "./directives.ts";

/** Directives and code can each hide the other without end. */
const mostTurns = 4;

/**
 * Parses a body as if it had no directives. They are blanked out, but not in code and HTML, where nobody reads them as
 * such. What is code shows anew each time one of them is gone.
 * @param body
 *   Markdown.
 */
export function parseSource(body: string): Root {
  let tree = parseMarkdown(body);
  if (withoutDirectives(body) === body) return tree;
  let text = body;
  for (let turn = 0; turn < mostTurns; turn++) {
    const kept = linesOfCode(tree, text);
    const next = withoutDirectiveLines(body, (line) => kept.has(line));
    if (next === text) return tree;
    text = next;
    tree = parserFor(text).parse(text);
  }
  return tree;
}

function linesOfCode(tree: Root, text: string): Set<number> {
  const lines = new Set<number>();
  visit(tree, (node) => {
    if ((node.type !== "code" && node.type !== "html") || !node.position) return;
    // Beside HTML in a line directives are read as anywhere; within it they are not.
    if (node.type === "html" && withoutDirectives(node.value) === node.value) return;
    const { start, end } = node.position;
    // The parser counts a line of spaces behind an indented passage in, and a directive blanked out is one.
    const indented = node.type === "code" && !/^[`~]/u.test(text.slice(start.offset));
    const { length } = sourceLines(node.value.trimEnd());
    const last = indented ? start.line + length - 1 : end.line;
    for (let line = start.line; line <= last; line++) lines.add(line);
  });
  return lines;
}
