import type { List, ListItem, Paragraph, RootContent } from "mdast";
import { isDashedNumber } from "./page-number.ts";
import type { Source } from "./source.ts";

/**
 * Reads a number of a page between dashes (`- 2 -`) as text where Markdown takes it for a list, an item of one, or code in it.
 * @param node
 *   Block at the top of a manuscript; not changed.
 * @param source
 *   Text of the file.
 * @returns
 *   The block, or what stands before the numbers, between and behind, with a paragraph for each number.
 */
export function partPageNumbers(node: RootContent, source: Source): RootContent[] {
  const whole = numberOf(node, source);
  if (whole) return [whole];
  if (node.type !== "list") return [node];
  const parts: RootContent[] = [];
  let items: ListItem[] = [];
  let start = node.start ?? undefined;
  const close = () => {
    if (items.length > 0) parts.push(listOf(node, items, start));
    start = start === undefined ? undefined : start + items.length;
    items = [];
  };
  for (const item of node.children) {
    const number = numberOf(item, source) ?? numberOf(item.children.at(-1), source);
    const children = number ? item.children.slice(0, -1) : item.children;
    if (children.length > 0)
      items.push(number ? { ...item, children, spread: children.length > 1 } : item);
    if (!number) continue;
    close();
    parts.push(number);
  }
  if (parts.length === 0) return [node];
  close();
  return parts;
}

function listOf(list: List, items: readonly ListItem[], start: number | undefined): List {
  const from = items[0]?.position?.start;
  const last = items.at(-1);
  const end = (last?.children.at(-1) ?? last)?.position?.end;
  return {
    ...list,
    children: [...items],
    ...(start !== undefined && { start }),
    ...(from && end && { position: { start: from, end } }),
  };
}

function numberOf(node: RootContent | undefined, source: Source): Paragraph | undefined {
  if (!node?.position || !["list", "listItem", "code"].includes(node.type)) return undefined;
  const value = source.slice(node).trim();
  if (!isDashedNumber(value)) return undefined;
  const { position } = node;
  return { type: "paragraph", children: [{ type: "text", value, position }], position };
}
