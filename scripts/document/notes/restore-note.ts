import type { FootnoteDefinition, Parents, RootContent, Text } from "mdast";
import type { Source } from "../typed/source.ts";
import { noteName } from "./note-name.ts";

/**
 * Replaces a note by its content where it stands, behind the words it began with.
 * @param node
 *   Its definition.
 * @param index
 *   Which of its parent's children it is.
 * @param parent
 *   Changed in place.
 * @param source
 *   Whose words they are.
 * @returns
 *   Where to go on.
 */
export function restoreNote(
  node: FootnoteDefinition,
  index: number | undefined,
  parent: Parents | undefined,
  source: Source,
): number | undefined {
  if (!parent || index === undefined) return undefined;
  const [first, ...rest] = node.children;
  const position = node.position && {
    start: node.position.start,
    end: first?.position?.start ?? node.position.end,
  };
  const typed = source.slice({ type: "text", position } as Text) || `[^${noteName(node)}]: `;
  const value = typed.replace(/\s+$/, " ");
  const label: Text = { type: "text", value, position };
  const content: RootContent[] =
    first?.type === "paragraph"
      ? [{ ...first, position: node.position, children: [label, ...first.children] }, ...rest]
      : [{ type: "paragraph", children: [label], position }, ...node.children];
  parent.children.splice(index, 1, ...(content as typeof parent.children));
  return index;
}
