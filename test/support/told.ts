import type { Element, Nodes } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { visitParents } from "unist-util-visit-parents";
import * as assert from "uvu/assert";
import { readDocument } from "../../scripts/document/document.ts";
import { checkDocument } from "../../scripts/words/ledger.ts";
import { manuscriptOf, pixels } from "./manuscripts.ts";

/**
 * What became of a text; fails where a word of it is lost.
 * @param text
 *   Manuscript.
 * @param language
 *   Its language.
 * @param path
 *   Its name.
 * @returns
 *   Its blocks, then its notes behind their marks, blocks of a note parted by a bar. The title is left out.
 */
export async function told(text: string, language = "en", path = "text.md"): Promise<string[]> {
  const manuscript = { ...manuscriptOf(text), language };
  manuscript.file.path = path;
  const document = await readDocument(manuscript, pixels);
  assert.ok(document, text);
  checkDocument(manuscript, document);
  assert.not.ok(
    manuscript.file.messages.some(({ ruleId }) => ruleId === "text-lost"),
    text,
  );
  const notes = document.notes.map(
    ({ content, mark }) => `${mark}: ${blocksOf(content).join(" | ")}`,
  );
  return [...blocksOf(document.body), ...notes];
}

/** Text of the innermost blocks. */
function blocksOf(tree: Nodes): string[] {
  const blocks: Element[] = [];
  visitParents(tree, "element", (node, parents) => {
    if (!/^(?:p|h\d|li|td|th|pre)$/u.test(node.tagName)) return;
    const outer = blocks.findLastIndex((block) => parents.includes(block));
    if (outer >= 0 && textOf(blocks[outer] as Element).trim() === textOf(node).trim())
      blocks.splice(outer, 1);
    blocks.push(node);
  });
  return blocks.map((block) => textOf(block).trim().replace(/\s+/gu, " "));
}
