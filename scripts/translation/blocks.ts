import type { Element, Nodes } from "hast";
import { type Figure, figuresIn } from "./figures.ts";

/** A block of a text, and the numbers in its own words. */
export interface Block {
  tagName: string;
  /** `line:column`. */
  place: string | undefined;
  figures: Figure[];
}

const blocks = /^(?:p|li|td|th|h[1-6]|figcaption|caption)$/;

interface Read extends Block {
  text: string;
}

/**
 * Parts a text into the blocks whose words are its own, by section.
 * @param tree
 *   Text.
 * @returns
 *   What stands in no block, then blocks before the first heading; then those of each heading, itself the first.
 */
export function blocksOf(tree: Nodes): Block[][] {
  const around = { tagName: "", place: undefined, figures: [], text: "" };
  const sections: Read[][] = [[around]];
  walk(tree, around, sections);
  return sections.map((section) =>
    section.map(({ tagName, place, text }) => ({ tagName, place, figures: figuresIn(text) })),
  );
}

function walk(node: Nodes, block: Read, sections: Read[][]): void {
  if (node.type === "text") block.text += node.value;
  if (node.type === "element" && isPassedOver(node)) block.text += " ";
  else if ("children" in node)
    for (const child of node.children) walk(child, within(child, block, sections), sections);
}

/** The block that a node begins, or the one round it. */
function within(node: Nodes, around: Read, sections: Read[][]): Read {
  if (node.type !== "element" || !blocks.test(node.tagName)) return around;
  const { dataPlace } = node.properties;
  const place = typeof dataPlace === "string" ? dataPlace : around.place;
  const block = { tagName: node.tagName, place, figures: [], text: "" };
  if (/^h/.test(node.tagName)) sections.push([block]);
  else sections.at(-1)?.push(block);
  return block;
}

/** Calls of notes are counted anew, what is ours is no text, and telephone numbers are compared for themselves. */
function isPassedOver({ properties }: Element): boolean {
  const names = String(properties.className ?? "").split(",");
  return "dataGenerated" in properties || names.includes("noteref") || names.includes("number");
}
