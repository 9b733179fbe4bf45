import type { Comment, Element, Parents, Root } from "hast";
import { h } from "hastscript";
import { visitParents } from "unist-util-visit-parents";

/** A note as its calls need it. */
export interface CalledNote {
  kind: "number" | "symbol";
  mark: string;
  /** Ids of its calls, filled in as they are found. */
  calls: string[];
}

/**
 * Turns the places of calls (comments that hold the index of a note) into links to the notes.
 * @param options
 *   `notes`: in order; `calls` of each is filled.
 * @returns
 *   Transform.
 */
export function rehypeNoteCalls(options: { notes: CalledNote[] }) {
  return (tree: Root): void => {
    const found: Array<[Comment, Parents, Element | undefined, Parents | undefined]> = [];
    visitParents(tree, "comment", (node, ancestors) => {
      const parent = ancestors.at(-1) as Parents;
      const at = ancestors.findIndex((one) => one.type === "element" && one.tagName === "a");
      found.push([node, parent, ancestors[at] as Element | undefined, ancestors[at - 1]]);
    });
    const last = new Map<Element, Element>();
    for (const [node, parent, link, linkParent] of found) {
      const index = Number(node.value);
      const note = options.notes[index];
      const call = note ? noteCall(index, note) : undefined;
      const at = parent.children.indexOf(node as never);
      if (!link || !linkParent || !call) {
        parent.children.splice(at, 1, ...(call ? [call as never] : []));
        continue;
      }
      // A link in a link is no HTML: the call goes behind the link, after any that went before it.
      parent.children.splice(at, 1);
      linkParent.children.splice(
        linkParent.children.indexOf((last.get(link) ?? link) as never) + 1,
        0,
        call as never,
      );
      last.set(link, call);
    }
  };
}

/**
 * A call of a note, and its id added to the note's calls.
 * @param index
 *   Index of the note, from 0.
 * @param note
 *   The note.
 */
export function noteCall(index: number, note: CalledNote): Element {
  const id = `noteref-${index + 1}${note.calls.length ? `-${note.calls.length + 1}` : ""}`;
  note.calls.push(id);
  const properties = { href: `#note-${index + 1}`, id, role: "doc-noteref", dataKind: note.kind };
  return h("a.noteref", properties, note.mark);
}
