import type { Root, RootContent } from "mdast";

/**
 * Takes the indent off the lines of indented passages, and the lines right below them in, which Markdown takes for
 * another paragraph: both are read as one text where passages are text.
 * @param tree
 *   Parsed manuscript; its top blocks are changed.
 * @param lines
 *   Lines it was parsed from.
 * @returns
 *   The same tree.
 */
export function wholePassages(tree: Root, lines: readonly string[]): Root {
  tree.children = tree.children.flatMap((node, index, all) => {
    if (isBelow(node, all[index - 1])) return [];
    if (node.type !== "code" || node.lang !== null || !node.position) return [node];
    const next = all[index + 1];
    const end = (next && isBelow(next, node) ? next : node).position?.end ?? node.position.end;
    const typed = lines.slice(node.position.start.line - 1, end.line);
    const value = typed.map((line) => line.trimStart()).join("\n");
    return [{ ...node, value, position: { start: node.position.start, end } }];
  });
  return tree;
}

function isBelow(node: RootContent, above: RootContent | undefined): boolean {
  if (node.type !== "paragraph" || above?.type !== "code" || above.lang !== null) return false;
  return node.position?.start.line === (above.position?.end.line ?? 0) + 1;
}
