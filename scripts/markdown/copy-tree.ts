/**
 * Copies a tree that is to be changed; a clone of anything takes ten times as long.
 * @param tree
 *   Nodes, of plain values.
 * @returns
 *   The same, but for `position`, which nobody changes and both share.
 */
export function copyTree<T>(tree: T): T {
  if (Array.isArray(tree)) return tree.map(copyTree) as T;
  if (typeof tree !== "object" || tree === null) return tree;
  const copy = { ...tree } as Record<string, unknown>;
  for (const key in copy) if (key !== "position") copy[key] = copyTree(copy[key]);
  return copy as T;
}
