import type { SvgElement } from "./svg-tree.ts";

/** Deepest nesting; what goes deeper counts as endless. */
const mostDepth = 500;

/**
 * Counts what a browser draws of a drawing: elements that are used again count each time, with all they use themselves.
 * @param root
 *   The drawing.
 * @returns
 *   How many elements; infinite when they are nested without sense.
 */
export function svgCost(root: SvgElement): number {
  const named = new Map<string, SvgElement>();
  const counted = new Map<SvgElement, number>();
  const stack = [root];
  for (let one = stack.pop(); one; one = stack.pop()) {
    const id = one.attributes.get("id");
    if (id !== undefined) named.set(id, one);
    for (const child of one.children) stack.push(child);
  }
  const count = (one: SvgElement, depth: number): number => {
    const known = counted.get(one);
    if (known !== undefined) return known;
    if (depth > mostDepth) return Number.POSITIVE_INFINITY;
    // What uses itself is not drawn.
    counted.set(one, 0);
    const used = usedBy(one).flatMap((id) => named.get(id) ?? []);
    let sum = 1;
    for (const other of [...one.children, ...used]) sum += count(other, depth + 1);
    counted.set(one, sum);
    return sum;
  };
  return count(root, 0);
}

/** Ids of what an element draws besides its children: what it repeats, is filled with, cut out by. */
function usedBy({ attributes }: SvgElement): string[] {
  return [...attributes].flatMap(([key, value]) => {
    if (key === "href" || key.endsWith(":href")) return value.trim().replace(/^#/, "");
    return [...value.matchAll(/url\(\s*["']?#([^"')\s]+)/gi)].map(([, id = ""]) => id);
  });
}
