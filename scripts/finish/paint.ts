/** A matrix as PDF writes it: a b c d e f. */
type Matrix = readonly [number, number, number, number, number, number];

/** A rectangle by two corners. */
interface Rectangle {
  left: number;
  bottom: number;
  right: number;
  top: number;
}

/** Where the reader of a content stream is. */
interface State {
  matrix: Matrix;
  stack: Matrix[];
  /** Rectangles of the path that isn't painted yet. */
  path: Rectangle[];
  /** Rectangles painted. */
  painted: Rectangle[];
}

type Operator = (state: State, numbers: readonly number[]) => void;

const identity: Matrix = [1, 0, 0, 1, 0, 0];
// Text objects, nearly all of a page, paint no rectangle; strings come before operators so that nothing
// inside them is taken for one.
const token = /\bBT\b[\s\S]*?\bET\b|\((?:\\[\s\S]|[^\\)])*\)|<<|>>|<[^>]*>|[[\]]|[^\s()<>[\]]+/g;

const operators: Readonly<Record<string, Operator>> = {
  q: (state) => state.stack.push(state.matrix),
  Q: (state) => {
    state.matrix = state.stack.pop() ?? identity;
  },
  cm: (state, numbers) => {
    state.matrix = multiply(numbers.slice(-6), state.matrix);
  },
  re: (state, numbers) => state.path.push(placed(numbers.slice(-4), state.matrix)),
  ...Object.fromEntries(["f", "F", "f*", "B", "B*", "b", "b*"].map((name) => [name, fill])),
  ...Object.fromEntries(["n", "S", "s"].map((name) => [name, drop])),
};

/**
 * The largest rectangle that a content stream fills, or image that it places, on its page. Clipping is
 * not followed: what is clipped away counts.
 * @param content
 *   Decoded content stream.
 * @param page
 *   Page box, points.
 * @param images
 *   Resource names, without the slash, of the page's images.
 * @returns
 *   Share of the page, 0 to 1.
 */
export function largestPaint(
  content: string,
  page: Rectangle,
  images: ReadonlySet<string>,
): number {
  const state: State = { matrix: identity, stack: [], path: [], painted: [] };
  const numbers: number[] = [];
  let name = "";
  for (const [word] of content.matchAll(token)) {
    const number = Number(word);
    if (!Number.isNaN(number)) {
      numbers.push(number);
      continue;
    }
    if (Object.hasOwn(operators, word)) operators[word]?.(state, numbers);
    if (word === "Do" && images.has(name)) state.painted.push(placed([0, 0, 1, 1], state.matrix));
    name = word.slice(1);
    numbers.length = 0;
  }
  return Math.max(0, ...state.painted.map((rectangle) => share(rectangle, page)));
}

function fill(state: State): void {
  state.painted.push(...state.path);
  state.path = [];
}

function drop(state: State): void {
  state.path = [];
}

function multiply(numbers: readonly number[], outer: Matrix): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers;
  return [
    a * outer[0] + b * outer[2],
    a * outer[1] + b * outer[3],
    c * outer[0] + d * outer[2],
    c * outer[1] + d * outer[3],
    e * outer[0] + f * outer[2] + outer[4],
    e * outer[1] + f * outer[3] + outer[5],
  ];
}

function placed(numbers: readonly number[], matrix: Matrix): Rectangle {
  const [x = 0, y = 0, width = 0, height = 0] = numbers;
  const corners = [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ] as const;
  const xs = corners.map(([left, top]) => left * matrix[0] + top * matrix[2] + matrix[4]);
  const ys = corners.map(([left, top]) => left * matrix[1] + top * matrix[3] + matrix[5]);
  return {
    left: Math.min(...xs),
    bottom: Math.min(...ys),
    right: Math.max(...xs),
    top: Math.max(...ys),
  };
}

function share(inner: Rectangle, page: Rectangle): number {
  const width = Math.min(inner.right, page.right) - Math.max(inner.left, page.left);
  const height = Math.min(inner.top, page.top) - Math.max(inner.bottom, page.bottom);
  const whole = (page.right - page.left) * (page.top - page.bottom);
  return (Math.max(width, 0) * Math.max(height, 0)) / whole;
}
