import type { Node, Position } from "unist";

/**
 * Says where nodes stand that are put together in a new one.
 * @param nodes
 *   Nodes in order.
 * @returns
 *   `position` from the start of the first to the end of the last; without it where one of them has none.
 */
export function extentOf(nodes: readonly Node[]): { position?: Position } {
  const start = nodes[0]?.position?.start;
  const end = nodes.at(-1)?.position?.end;
  return start && end ? { position: { start, end } } : {};
}
