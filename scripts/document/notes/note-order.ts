import type { FootnoteDefinition, Root } from "mdast";
import { SKIP, visit } from "unist-util-visit";

/**
 * Puts notes in order of their first call: that of the status, then the text's, each before those it calls.
 * @param tree
 *   The text.
 * @param definitions
 *   Its notes, by identifier.
 * @param status
 *   Identifier of the note on the status, if there is one.
 * @returns
 *   Identifiers of all notes that are called.
 */
export function callOrder(
  tree: Root,
  definitions: ReadonlyMap<string, FootnoteDefinition>,
  status: string | undefined,
): string[] {
  const order = new Set<string>();
  const add = (identifier: string) => {
    const next = [identifier];
    for (let one = next.pop(); one !== undefined; one = next.pop()) {
      const definition = definitions.get(one);
      if (!definition || order.has(one)) continue;
      order.add(one);
      next.push(...callsIn(definition).reverse());
    }
  };
  if (status !== undefined) add(status);
  visit(tree, (child) => {
    if (child.type === "footnoteDefinition") return SKIP;
    if (child.type === "footnoteReference") add(child.identifier);
  });
  return [...order];
}

/**
 * The notes that a note calls.
 * @param note
 *   Its definition.
 * @returns
 *   Identifiers, in order.
 */
export function callsIn(note: FootnoteDefinition): string[] {
  const calls: string[] = [];
  visit(note, "footnoteReference", ({ identifier }) => {
    calls.push(identifier);
  });
  return calls;
}
