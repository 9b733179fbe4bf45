import { type Rectangle, transformed } from "../pdf/matrix.ts";
import type { Operation } from "../pdf/tokens.ts";
import { walkOperations } from "../pdf/walk.ts";

// Where an image lies, in its own units.
const unitSquare: Rectangle = { left: 0, bottom: 0, right: 1, top: 1 };

/**
 * The largest upright rectangle that a content stream fills, or image that it places, on its page.
 * Clipping is not followed: what is clipped away counts.
 * @param operations
 *   A content stream.
 * @param page
 *   Page box, points.
 * @param images
 *   Resource names, without the slash, of the page's images.
 * @returns
 *   Share of the page, 0 to 1.
 */
export function largestPaint(
  operations: readonly Operation[],
  page: Rectangle,
  images: ReadonlySet<string>,
): number {
  let largest = 0;
  const see = (painted: Rectangle) => {
    largest = Math.max(largest, share(painted, page));
  };
  walkOperations(operations, {
    path: ({ subpaths, fills }) => {
      for (const { box, rectangle } of subpaths) if (fills && rectangle) see(box);
    },
    xObject: (name, { state }) => {
      if (images.has(name)) see(transformed(unitSquare, state.matrix));
    },
  });
  return largest;
}

function share(inner: Rectangle, page: Rectangle): number {
  const width = Math.min(inner.right, page.right) - Math.max(inner.left, page.left);
  const height = Math.min(inner.top, page.top) - Math.max(inner.bottom, page.bottom);
  const whole = (page.right - page.left) * (page.top - page.bottom);
  return (Math.max(width, 0) * Math.max(height, 0)) / whole;
}
