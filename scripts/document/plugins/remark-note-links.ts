import type { Html, Nodes, Parents, Root } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { SKIP, visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { isBackLink, isNoteLink, noteName } from "../../markdown/note-links.ts";

const tagless = { includeHtml: false };
const anchor = /^<a\s[^>]*>$/iu;
const address = /\shref\s*=\s*["']?(#[^"'\s>]+)/iu;
/** A place that a program marks for a link back, with nothing in it. */
const named = /^<a\s+(?:id|name)\s*=\s*["']?(?:footnote|endnote)-(?:ref-)?\d+["']?\s*>$/iu;

/**
 * Takes the links off the marks of notes that word processors and converters write (`[[1]](#_ftn1)`, `<a href="#_ftn1">[1]</a>`),
 * so that the marks can be paired, and arrows that lead back out of the text.
 * @returns
 *   Transform; runs before what reads lines.
 */
export function remarkNoteLinks() {
  return (tree: Root, file: VFile): void => {
    if (!noteName.test(String(file))) return;
    visit(tree, (node, index, parent) => {
      if (index === undefined || !parent) return;
      const found = insideOf(node, index, parent);
      if (!found) return;
      const { inside, length } = found;
      (parent.children as Nodes[]).splice(index, length, ...inside);
      return [SKIP, index];
    });
  };
}

/** What stands in a link that is to be taken off, and how many nodes it takes with its tags. */
function insideOf(
  node: Nodes,
  index: number,
  { children }: Parents,
): { inside: readonly Nodes[]; length: number } | undefined {
  if (node.type === "link" && isBackLink(node)) return { inside: [], length: 1 };
  if (node.type === "link")
    return isNoteLink(node.url, textOf(node, tagless))
      ? { inside: node.children, length: 1 }
      : undefined;
  if (node.type !== "html" || !anchor.test(node.value)) return undefined;
  const length = lengthOf(children, index);
  const inside = children.slice(index + 1, index + length - 1);
  return length > 1 && isOfNote(node, inside) ? { inside, length } : undefined;
}

/** How many nodes an element takes, from the tag that opens it to the one that ends it; 0 where none does. */
function lengthOf(children: readonly Nodes[], from: number): number {
  const end = children.findIndex((node, at) => {
    return at > from && node.type === "html" && /^<\/a\s*>$/iu.test(node.value);
  });
  return end < 0 ? 0 : end - from + 1;
}

function isOfNote({ value }: Html, inside: readonly Nodes[]): boolean {
  const words = inside.map((node) => textOf(node, tagless)).join("");
  const [, href] = address.exec(value) ?? [];
  return href === undefined ? words === "" && named.test(value) : isNoteLink(href, words);
}
