import type { FootnoteDefinition, FootnoteReference } from "mdast";

/**
 * What a note is called in its source.
 * @param node
 *   The note, or a call of it.
 */
export function noteName(node: FootnoteDefinition | FootnoteReference): string {
  return node.label ?? node.identifier;
}
