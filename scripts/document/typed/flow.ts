import type { FootnoteDefinition, RootContent } from "mdast";

/**
 * Tells whether a block holds text that is read where it stands.
 * @param node
 *   Block.
 * @returns
 *   `false` of rules, notes and the addresses of links.
 */
export function isFlow(
  node: RootContent,
): node is Exclude<FootnoteDefinition["children"][number], FootnoteDefinition> {
  return !["definition", "footnoteDefinition", "thematicBreak"].includes(node.type);
}
