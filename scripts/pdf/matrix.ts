/** A matrix as PDF writes it: a b c d e f (ISO 32000-1, 8.3.4). */
export type Matrix = readonly [number, number, number, number, number, number];

/** A rectangle by two corners. */
export interface Rectangle {
  left: number;
  bottom: number;
  right: number;
  top: number;
}

/** Where an image lies, in its own units (ISO 32000-1, 8.9.5.1). */
export const unitSquare: Rectangle = { left: 0, bottom: 0, right: 1, top: 1 };

/** The matrix that changes nothing. */
export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/**
 * The matrix that does one thing, then another.
 * @param inner
 *   Done first, as `cm` writes it.
 * @param outer
 *   Done to what comes of it, such as the matrix so far.
 */
export function multiply(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  return [
    a * outer[0] + b * outer[2],
    a * outer[1] + b * outer[3],
    c * outer[0] + d * outer[2],
    c * outer[1] + d * outer[3],
    e * outer[0] + f * outer[2] + outer[4],
    e * outer[1] + f * outer[3] + outer[5],
  ];
}

/**
 * How much larger a matrix makes lengths, on average over directions.
 * @param matrix
 *   Any; one that flattens makes everything 0.
 */
export function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

/**
 * The upright rectangle round a transformed one.
 * @param rectangle
 *   Before.
 * @param matrix
 *   What is done to it.
 */
export function transformed(rectangle: Rectangle, matrix: Matrix): Rectangle {
  const { left, bottom, right, top } = rectangle;
  const [a, b, c, d, e, f] = matrix;
  const [x1, x2, x3, x4] = [a * left, a * right, c * bottom, c * top];
  const [y1, y2, y3, y4] = [b * left, b * right, d * bottom, d * top];
  return {
    left: Math.min(x1, x2) + Math.min(x3, x4) + e,
    right: Math.max(x1, x2) + Math.max(x3, x4) + e,
    bottom: Math.min(y1, y2) + Math.min(y3, y4) + f,
    top: Math.max(y1, y2) + Math.max(y3, y4) + f,
  };
}

/**
 * What two rectangles have in common; upside down where that is nothing.
 * @param one
 *   In the same units as
 * @param other
 *   the second.
 */
export function intersection(one: Rectangle, other: Rectangle): Rectangle {
  return {
    left: Math.max(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.min(one.right, other.right),
    top: Math.min(one.top, other.top),
  };
}

/**
 * The smallest rectangle round two.
 * @param one
 *   In the same units as
 * @param other
 *   the second.
 */
export function union(one: Rectangle, other: Rectangle): Rectangle {
  return {
    left: Math.min(one.left, other.left),
    bottom: Math.min(one.bottom, other.bottom),
    right: Math.max(one.right, other.right),
    top: Math.max(one.top, other.top),
  };
}

/**
 * Whether a rectangle lies in another; it may touch its edges.
 * @param inner
 *   In the same units as
 * @param outer
 *   the second.
 * @param over
 *   How far it may reach over them all the same.
 */
export function isWithin(inner: Rectangle, outer: Rectangle, over = 0): boolean {
  return (
    inner.left >= outer.left - over &&
    inner.bottom >= outer.bottom - over &&
    inner.right <= outer.right + over &&
    inner.top <= outer.top + over
  );
}
