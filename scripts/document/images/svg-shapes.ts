import type { SvgElement } from "./svg-tree.ts";

/** What is filled, stroked and marked of an element with all in it: how many shapes, how many corners of their lines. */
interface Shapes {
  shapes(one: SvgElement): number;
  corners(one: SvgElement): number;
}

/** Deepest nesting; what goes deeper counts as endless. */
const mostDepth = 500;
const shape = /(?:^|:)(?:circle|ellipse|line|path|polygon|polyline|rect|text|tspan)$/;

/**
 * Counts shapes and corners of parts of a drawing, what they use again each time.
 * @param named
 *   Elements by id.
 */
export function svgShapes(named: ReadonlyMap<string, SvgElement>): Shapes {
  const counter = (own: (one: SvgElement) => number) => {
    const counted = new Map<SvgElement, number>();
    const count = (one: SvgElement, depth = 0): number => {
      const known = counted.get(one);
      if (known !== undefined) return known;
      if (depth > mostDepth) return Number.POSITIVE_INFINITY;
      // What uses itself is not drawn.
      counted.set(one, 0);
      let sum = own(one);
      for (const child of one.children) sum += count(child, depth + 1);
      const used = usedBy(one, named);
      if (used) sum += count(used, depth + 1);
      counted.set(one, sum);
      return sum;
    };
    return count;
  };
  return {
    shapes: counter(({ name }) => (shape.test(name) ? 1 : 0)),
    corners: counter(ownCorners),
  };
}

function usedBy({ attributes }: SvgElement, named: ReadonlyMap<string, SvgElement>) {
  for (const [key, value] of attributes)
    if (key === "href" || key.endsWith(":href")) return named.get(value.trim().replace(/^#/, ""));
  return undefined;
}

/** Two numbers are a place; what a path says beyond that makes it seem longer. */
function ownCorners({ attributes }: SvgElement): number {
  const line = attributes.get("d") ?? attributes.get("points") ?? "";
  return Math.ceil((line.match(/\d*\.?\d+/g)?.length ?? 0) / 2);
}
