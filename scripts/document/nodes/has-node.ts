import type { Node } from "unist";

/**
 * Tells whether a tree has a node of some kind, and looks no further than the first.
 * @param tree
 *   Tree; it counts itself.
 * @param isOne
 *   Tells whether a node is of that kind.
 */
export function hasNode<Tree extends Node>(tree: Tree, isOne: (node: Tree) => boolean): boolean {
  const { children = [] } = tree as { children?: Tree[] };
  return isOne(tree) || children.some((child) => hasNode(child, isOne));
}
