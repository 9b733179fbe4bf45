import type { Node, Parent } from "unist";
import { type BuildVisitor, EXIT, SKIP, type VisitorResult } from "unist-util-visit";

export { EXIT, SKIP, type VisitorResult } from "unist-util-visit";

/** Told each node, its index and its parent; gives back nothing, `SKIP`, `EXIT`, or the index of the sibling to go on with. */
type Visitor = (node: Node, index: number | undefined, parent: Parent | undefined) => VisitorResult;

/**
 * Visits the nodes of a tree, each before its children, as `unist-util-visit` does, whose types it has. That one makes a
 * function and a list of ancestors for each node, which over the walks of fifty plugins took an eighth of the reading of a
 * text.
 * @param tree
 *   Tree; it counts itself. What a visitor changes of children not yet visited counts.
 * @param type
 *   Of the nodes to visit.
 * @param visitor
 *   Visitor.
 */
export function visit<Tree extends Node, Type extends string>(
  tree: Tree,
  type: Type,
  visitor: BuildVisitor<Tree, Type>,
): void;
/**
 * Visits all nodes.
 * @param tree
 *   Tree.
 * @param visitor
 *   Visitor.
 */
export function visit<Tree extends Node>(tree: Tree, visitor: BuildVisitor<Tree>): void;
export function visit(tree: Node, type: string | Visitor, visitor?: Visitor): void {
  if (typeof type === "string") walk(tree, type, visitor as Visitor, undefined, undefined);
  else walk(tree, undefined, type, undefined, undefined);
}

/** Gives back `EXIT`, or the index to go on with among the siblings. */
function walk(
  node: Node,
  type: string | undefined,
  visitor: Visitor,
  index: number | undefined,
  parent: Parent | undefined,
): typeof EXIT | number | undefined {
  const isMeant = type === undefined || node.type === type;
  const result = isMeant ? visitor(node, index, parent) : undefined;
  const [action, next] = Array.isArray(result) ? result : [result, result];
  if (action === EXIT) return EXIT;
  if (action !== SKIP && "children" in node) {
    // The list may change under way, and be another.
    const whole = node as Parent;
    for (let at = 0; at < whole.children.length; ) {
      const gone = walk(whole.children[at] as Node, type, visitor, at, whole);
      if (gone === EXIT) return EXIT;
      at = gone ?? at + 1;
    }
  }
  return typeof next === "number" ? next : undefined;
}
