import { intersection, type Rectangle, transformed, unitSquare } from "../pdf/matrix.ts";
import type { Operation } from "../pdf/operand.ts";
import { walkOperations } from "../pdf/walk.ts";

/** What of a page something may be hidden by, in the page's units. */
export interface Paints {
  /** Upright rectangles that are filled; what is clipped away counts. */
  fills: Rectangle[];
  /** Images, as far as a clip shows them. */
  images: Rectangle[];
}

/**
 * Lists what a content stream paints that may hide what lies below. Forms are not entered.
 * @param operations
 *   A content stream.
 * @param images
 *   Resource names, without the slash, of the page's images.
 */
export function paintsOf(operations: readonly Operation[], images: ReadonlySet<string>): Paints {
  const paints: Paints = { fills: [], images: [] };
  walkOperations(operations, {
    path({ subpaths, fills }) {
      for (const { box, rectangle } of subpaths) if (fills && rectangle) paints.fills.push(box);
    },
    xObject(name, { state: { matrix, clip } }) {
      if (!images.has(name)) return;
      const whole = transformed(unitSquare, matrix);
      paints.images.push(clip ? intersection(whole, clip) : whole);
    },
  });
  return paints;
}

/**
 * How much of a page a rectangle takes.
 * @param inner
 *   Rectangle, which may reach beyond the page.
 * @param page
 *   Page box, in the same units.
 * @returns
 *   0 to 1.
 */
export function shareOf(inner: Rectangle, page: Rectangle): number {
  const { left, bottom, right, top } = intersection(inner, page);
  const whole = (page.right - page.left) * (page.top - page.bottom);
  return (Math.max(right - left, 0) * Math.max(top - bottom, 0)) / whole;
}
