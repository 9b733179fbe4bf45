import type { Element, ElementContent, Root as HastRoot } from "hast";
import { h } from "hastscript";
import type { Root as MdastRoot, RootContent } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { toSafeHast } from "./convert.ts";
import "./nodes/data.ts";

/** The parts of a document as HTML elements: what stands in them is shaped in one go, ids and all. */
export interface Parts {
  title: Element | undefined;
  body: ElementContent[];
  notes: Element[];
}

/**
 * Turns title, text and notes into HTML, each by itself, so that none can reach into another.
 * @param tree
 *   The text; its title and notes are on the file.
 * @param file
 *   The file.
 * @returns
 *   The parts, sanitised.
 */
export async function toParts(tree: MdastRoot, file: VFile): Promise<Parts> {
  const { title, notes = [] } = file.data;
  const definitions: RootContent[] = [];
  visit(tree, "definition", (node) => {
    definitions.push(node);
  });
  for (const { definition } of notes)
    visit(definition, "definition", (node) => void definitions.push(node));
  const heading = title && (await toSafeHast([title], definitions, file));
  const parts: Parts = {
    title: heading && h("h1", unwrap(heading)),
    body: (await toSafeHast(tree.children, definitions, file)).children as ElementContent[],
    notes: [],
  };
  for (const { definition } of notes) {
    const { children } = await toSafeHast(definition.children, definitions, file);
    parts.notes.push({ ...h("aside", children), position: definition.position });
  }
  return parts;
}

/** The content of a lone heading. */
function unwrap(tree: HastRoot): ElementContent[] {
  return (tree.children as ElementContent[]).flatMap((node) =>
    node.type === "element" && node.tagName === "h1" ? node.children : [node],
  );
}
