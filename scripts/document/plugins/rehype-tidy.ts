import type { Element, ElementContent, Parents, Root, RootContent } from "hast";
import { visit } from "unist-util-visit";

type Child = RootContent | ElementContent;

const blocks = new Set([
  ...["address", "aside", "blockquote", "caption", "col", "colgroup", "dd", "div", "dl", "dt"],
  ...["figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "img"],
  ...[
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
  ],
]);
const containers = new Set([
  ...["aside", "blockquote", "colgroup", "dd", "div", "dl", "figcaption", "figure", "footer"],
  ...["header", "li", "ol", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"],
]);
/** Containers whose text must stand in a paragraph of its own. */
const flowOnly = new Set(["aside", "blockquote", "div"]);

/**
 * Removes text that is only white space between blocks and the wide spaces that paragraphs of Chinese and Japanese
 * are typed with, since styles indent them; gives text that stands bare among blocks a paragraph, so that every word
 * has a block with a place.
 * @returns
 *   Transform.
 */
export function rehypeTidy() {
  return (tree: Root): void => {
    visit(tree, (node) => {
      if (node.type === "root") tidy(node, true);
      else if (node.type === "element" && containers.has(node.tagName))
        tidy(node, flowOnly.has(node.tagName));
      else if (node.type === "element" && node.tagName === "p") unindent(node);
    });
  };
}

function tidy(parent: Parents, flow: boolean): void {
  const children = parent.children as Child[];
  const kept = children.filter((child, index) => {
    if (child.type !== "text" || child.value.trim() !== "") return true;
    return !isEdge(children[index - 1]) && !isEdge(children[index + 1]);
  });
  parent.children = (flow ? inParagraphs(kept) : kept) as ElementContent[];
}

function unindent({ children: [first] }: Element): void {
  if (first?.type === "text") first.value = first.value.replace(/^\u3000+/u, "");
}

function isEdge(sibling: Child | undefined): boolean {
  return sibling === undefined || (isBlock(sibling) && !isImage(sibling));
}

function isBlock(node: Child): boolean {
  return node.type === "element" && blocks.has(node.tagName);
}

function isImage(node: Child): boolean {
  return node.type === "element" && node.tagName === "img";
}

// Pieces of broken HTML with a blank line between them, or a note that was taken out.
function isApart(one: Child | undefined, other: Child): boolean {
  const end = one?.position?.end.line;
  const start = other.position?.start.line;
  return end !== undefined && start !== undefined && start > end + 1;
}

function inParagraphs(children: readonly Child[]): Child[] {
  const result: Child[] = [];
  let open: Element | undefined;
  for (const child of children) {
    if (isBlock(child) && !isImage(child)) open = undefined;
    else if (open && !isApart(open.children.at(-1), child)) {
      open.children.push(child as ElementContent);
      continue;
    } else {
      open = { type: "element", tagName: "p", properties: {}, children: [child as ElementContent] };
      open.position = child.position;
    }
    result.push(open ?? child);
  }
  return result;
}
