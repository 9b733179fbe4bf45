import type { Matrix } from "../pdf/matrix.ts";
import type { Operation } from "../pdf/operand.ts";
import { initialState } from "../pdf/state.ts";
import { type PathPaint, type Seen, walkOperations } from "../pdf/walk.ts";
import type { Use } from "./inks.ts";

/** What is painted where in a content stream. */
export interface Uses {
  /** What each painting operation paints with the fill colour and with the stroke colour, by its index. */
  paints: ReadonlyMap<number, { fill?: Use; stroke?: Use }>;
  /** Resource names of forms and images, with the matrix of each placing. */
  placed: ReadonlyArray<{ name: string; matrix: Matrix }>;
}

// Points. A filled rectangle no thicker is how a browser draws a rule.
const thickestLine = 1.5;

/**
 * Looks at what a content stream paints.
 * @param operations
 *   The stream, read.
 * @param matrix
 *   From its units to points.
 */
export function usesOf(operations: readonly Operation[], matrix: Matrix): Uses {
  const paints = new Map<number, { fill?: Use; stroke?: Use }>();
  const placed: { name: string; matrix: Matrix }[] = [];
  walkOperations(
    operations,
    {
      text: (_, { index, state }) => paints.set(index, textUse(state.renderMode)),
      path: (paint, { index }) => paints.set(index, pathUse(paint)),
      xObject: (name, { state }: Seen) => placed.push({ name, matrix: state.matrix }),
    },
    undefined,
    { ...initialState, matrix },
  );
  return { paints, placed };
}

function textUse(mode: number): { fill?: Use; stroke?: Use } {
  const kind = mode % 4;
  return {
    ...((kind === 0 || kind === 2) && { fill: "text" }),
    ...((kind === 1 || kind === 2) && { stroke: "text" }),
  };
}

function pathUse({ fills, strokes, subpaths }: PathPaint): { fill?: Use; stroke?: Use } {
  const thin = subpaths.every(
    ({ box }) => Math.min(box.right - box.left, box.top - box.bottom) <= thickestLine,
  );
  return { ...(fills && { fill: thin ? "line" : "area" }), ...(strokes && { stroke: "line" }) };
}
