import type { RootContent, ThematicBreak } from "mdast";

/** Fewest characters of a line drawn to part a page from its notes; `---` may part two passages. */
const drawn = 5;

/**
 * Takes away rules that parted notes from the text, now that the notes are gone.
 * @param children
 *   Top blocks, with footnotes where the typed notes stood.
 * @returns
 *   Blocks without rules right above a footnote that are drawn long or have no text after them.
 */
export function withoutNoteRules(children: readonly RootContent[]): RootContent[] {
  const last = children.findLastIndex(
    ({ type }) => !["definition", "footnoteDefinition", "thematicBreak"].includes(type),
  );
  return children.filter((node, index) => {
    const isAbove = children[index + 1]?.type === "footnoteDefinition";
    return node.type !== "thematicBreak" || !isAbove || (index < last && !isDrawn(node));
  });
}

function isDrawn({ position }: ThematicBreak): boolean {
  return position !== undefined && position.end.column - position.start.column >= drawn;
}
