import type { Element, ElementContent, Root } from "hast";
import { h } from "hastscript";

/**
 * Puts each heading at the top of a text and what follows it into a `section`. It has no name: with one it is a landmark,
 * and screen readers would say every heading twice, and that a region begins and ends.
 * @returns
 *   Transform.
 */
export function rehypeSections() {
  return (tree: Root): void => {
    const children: ElementContent[] = [];
    const open: Array<{ level: number; section: Element }> = [];
    for (const child of tree.children as ElementContent[]) {
      const level = levelOf(child);
      if (level > 0) {
        while ((open.at(-1)?.level ?? 0) >= level) open.pop();
        const section = h("section");
        (open.at(-1)?.section.children ?? children).push(section);
        open.push({ level, section });
      }
      (open.at(-1)?.section.children ?? children).push(child);
    }
    tree.children = children;
  };
}

function levelOf(node: ElementContent): number {
  return node.type === "element" && /^h[1-6]$/.test(node.tagName) ? Number(node.tagName[1]) : 0;
}
