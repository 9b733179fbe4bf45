import type { Element, Nodes, Root } from "hast";
import { visitParents } from "unist-util-visit-parents";
import type { Document } from "../types.ts";
import { type Found, type Kind, type KindName, kinds } from "./kinds.ts";
import { inNotes, type Part } from "./parts.ts";

/** Parts of a text by kind, each in the order of the text. */
export type Structure = Record<KindName, Part[]>;

const names = Object.keys(kinds) as KindName[];

/**
 * Finds the parts of a text that do not change when it is translated.
 * @param document
 *   The text; not changed.
 */
export function structureOf(document: Document): Structure {
  const structure = Object.fromEntries(names.map((name) => [name, []])) as unknown as Structure;
  const { headings } = structure;
  walk(document.body, (node, place) => {
    for (const name of names) {
      for (const found of (kinds[name] as Kind).find(node, document)) {
        const section = headings.length + (name === "headings" ? 1 : 0);
        structure[name].push(toPart(found, place, section));
      }
    }
    const last = headings.at(-1);
    // Blocks alone: words within a line come in another order in another language.
    if (last && isBlock(node)) last.shape += `${node.tagName} `;
  });
  // A heading in a note is none of the text's.
  for (const { content, place: around } of document.notes)
    walk(content, (node, place = around) => {
      for (const name of names.filter((name) => name !== "headings"))
        for (const found of (kinds[name] as Kind).find(node, document))
          structure[name].push(toPart(found, place, inNotes));
    });
  return structure;
}

function walk(tree: Root, visit: (node: Nodes, place: string | undefined) => void): void {
  visitParents(tree, (node, ancestors) => {
    const block = [...ancestors].reverse().find(isBlock);
    const { position } = node;
    const place = position && `${position.start.line}:${position.start.column}`;
    visit(node, place ?? (block && String(block.properties.dataPlace)));
  });
}

function toPart(found: Found, place: string | undefined, section: number): Part {
  return { shape: "", sizes: {}, ...found, place, section };
}

function isBlock(node: Nodes): node is Element {
  return node.type === "element" && node.properties.dataPlace !== undefined;
}
