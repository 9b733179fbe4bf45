import type { Definition, Paragraph, PhrasingContent, Root, RootContent, Text } from "mdast";
import type { Point } from "unist";
import { visit } from "unist-util-visit";
import { pointAlong } from "./point-along.ts";

const number = /^\p{Nd}{1,3}$/u;
const address = /^(?:https?:\/\/|mailto:|tel:)/i;

/**
 * Gives typed notes back that Markdown takes for addresses of links, `[1]: https://…`: where links ask for none by its
 * number, as `[words][1]` does, the number in the text, `[1]`, calls a note.
 * @param tree
 *   A whole text as parsed; changed in place.
 */
export function numberNotes(tree: Root): void {
  const numbered = tree.children.filter(isNumbered);
  if (numbered.length === 0) return;
  const notes = new Set(numbered.map(({ identifier }) => identifier));
  visit(tree, (node) => {
    if (node.type !== "linkReference" && node.type !== "imageReference") return;
    if (node.type === "imageReference" || node.referenceType !== "shortcut")
      notes.delete(node.identifier);
  });
  tree.children = tree.children.map((node) =>
    isNumbered(node) && notes.has(node.identifier) ? noteOf(node) : node,
  );
  visit(tree, "linkReference", (node, index = 0, parent) => {
    if (!parent || !notes.has(node.identifier)) return;
    const value = `[${node.label ?? node.identifier}]`;
    const { position } = node;
    parent.children[index] = { type: "text", value, ...(position && { position }) };
    return join(parent.children as PhrasingContent[], index);
  });
}

function isNumbered(node: RootContent): node is Definition {
  return node.type === "definition" && number.test(node.label ?? node.identifier);
}

/** The line as it was typed. */
function noteOf({ identifier, label, position, title, url }: Definition): Paragraph {
  const mark = `[${label ?? identifier}]: `;
  const behind = title ? ` "${title}"` : "";
  const placed = position && { position };
  if (!address.test(url)) {
    const value = mark + url + behind;
    return { type: "paragraph", children: [{ type: "text", value, ...placed }], ...placed };
  }
  const [first, second] = position
    ? [
        pointAlong(position.start, mark.length),
        pointAlong(position.start, mark.length + url.length),
      ]
    : [];
  const text = (value: string, start?: Point, end?: Point): Text => ({
    type: "text",
    value,
    ...(start && end && { position: { start, end } }),
  });
  const children: PhrasingContent[] = [
    text(mark, position?.start, first),
    {
      type: "link",
      url,
      children: [text(url, first, second)],
      ...(first && second && { position: { start: first, end: second } }),
    },
  ];
  if (behind) children.push(text(behind, second, position?.end));
  return { type: "paragraph", children, ...placed };
}

/** Joins a text with those beside it; where to go on. */
function join(children: PhrasingContent[], index: number): number {
  const around = [index - 1, index, index + 1].flatMap((at) => {
    const node = children[at];
    return node?.type === "text" ? [node] : [];
  });
  const first = children[index - 1]?.type === "text" ? index - 1 : index;
  const start = around[0]?.position?.start;
  const end = around.at(-1)?.position?.end;
  const value = around.map((one) => one.value).join("");
  const joined: Text = { type: "text", value, ...(start && end && { position: { start, end } }) };
  children.splice(first, around.length, joined);
  return first + 1;
}
