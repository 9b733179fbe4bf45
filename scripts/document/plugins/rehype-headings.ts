import GithubSlugger from "github-slugger";
import type { Element, Nodes, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { SKIP, visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import { hasNode } from "../nodes/has-node.ts";

/** Ids that the page around the text uses. */
const taken = ["contents", "notes", "links"];
const ours = /^(?:note|noteref|lang|at)-/;

/**
 * Numbers heading levels from `h2` down without a gap and gives every heading a stable id: its own name, where it has one
 * and is the first of it, else from its words. One that says nothing is none.
 * @param options
 *   `title`: the heading that is the title; left as it is, and counted as the level above.
 * @returns
 *   Transform; warns `heading-skipped`.
 */
export function rehypeHeadings(options: { title?: Element | undefined }) {
  return (tree: Root, file: VFile): void => {
    const slugger = new GithubSlugger();
    for (const id of taken) slugger.slug(id);
    const open: number[] = [];
    const known = new Set<unknown>();
    const number = (heading: Element, level: number) => {
      while ((open.at(-1) ?? 0) >= level) open.pop();
      const above = open.at(-1) ?? (options.title ? 1 : level - 1);
      if (level > above + 1) reportSkipped(heading, above, level, file);
      open.push(level);
      heading.tagName = `h${Math.min(open.length + 1, 6)}`;
      const { id } = heading.properties;
      if (id === undefined || known.has(id)) heading.properties.id = idOf(heading, slugger);
    };
    visit(tree, "element", (node, index, parent) => {
      const level = levelOf(node);
      if (level === 0 || node === options.title) {
        known.add(node.properties.id);
        return;
      }
      if (saysSomething(node)) {
        number(node, level);
        known.add(node.properties.id);
        return;
      }
      node.tagName = "div";
      if (hasImage(node) || !parent || index === undefined) return;
      parent.children.splice(index, 1);
      return [SKIP, index];
    });
  };
}

/** From 1 to 6; 0 of what is no heading. */
function levelOf({ tagName }: Element): number {
  return /^h[1-6]$/.test(tagName) ? Number(tagName[1]) : 0;
}

/** Whether who hears a heading hears anything: words, a call of a note, or what is said of a picture. */
function saysSomething(heading: Element): boolean {
  if (textOf(heading).trim() !== "") return true;
  return hasNode<Nodes>(
    heading,
    (node) => node.type === "comment" || (node.type === "element" && Boolean(node.properties.alt)),
  );
}

function hasImage(heading: Element): boolean {
  return hasNode<Nodes>(heading, (node) => node.type === "element" && node.tagName === "img");
}

function idOf(node: Element, slugger: GithubSlugger): string {
  // Note calls are comments here, so their marks never get into an id.
  const slug = slugger.slug(textOf(node).trim() || "section");
  return slug === "" ? slugger.slug("section") : ours.test(slug) ? `heading-${slug}` : slug;
}

function reportSkipped(node: Element, above: number, level: number, file: VFile): void {
  complain(
    file,
    "heading-skipped",
    node,
    `This heading is of level ${level}, and the one above it of level ${above}`,
    `It is set as level ${above + 1}; write it with ${above + 1} number signs.`,
  );
}
