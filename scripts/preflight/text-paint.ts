import type { PageFont } from "../pdf/font.ts";
import { intersection, type Rectangle } from "../pdf/matrix.ts";
import type { Seen, TextShow } from "../pdf/walk.ts";
import type { Setting, TextPaint } from "./inspected.ts";

// Of the size: how far letters of most scripts reach over and under the line they stand on.
const ascent = 0.75;
const descent = 0.2;
// Painting nothing, or only clipping.
const invisible = new Set([3, 7]);
const strokes = new Set([1, 2, 5, 6]);
const fills = new Set([0, 2, 4, 6]);

/** How a run of text looks: what it is painted with, and how large. */
interface TextLook extends Setting {
  font: PageFont | undefined;
  /** Points a unit of the page's. */
  unit: number;
}

/**
 * Looks at a run of text.
 * @param show
 *   The run.
 * @param seen
 *   Where it was met.
 * @param look
 *   How it looks.
 * @returns
 *   The run from its first letter to its last; `undefined` where it has none or they are invisible.
 */
export function textPaint(
  show: TextShow,
  { state }: Seen,
  { font, unit, fill, stroke, graphics }: TextLook,
): TextPaint | undefined {
  if (invisible.has(state.renderMode)) return undefined;
  const { glyphs, matrix, end } = show;
  const isLetter = ({ code }: { code: number }) => font?.text(code)?.trim() !== "";
  const first = glyphs.findIndex(isLetter);
  if (first < 0) return undefined;
  const last = glyphs.findLastIndex(isLetter);
  const from = glyphs[first] ?? end;
  const to = glyphs[last + 1] ?? end;
  const [a, b, c, d] = matrix;
  const box = font?.vertical
    ? round(from, to, { x: a, y: b, above: 0.5, below: 0.5 })
    : round(from, to, { x: c, y: d, above: ascent, below: descent });
  return {
    kind: "text",
    font,
    size: Math.hypot(c, d) * unit,
    box: state.clip ? intersection(box, state.clip) : box,
    graphics,
    ...(fills.has(state.renderMode) && { fill }),
    ...(strokes.has(state.renderMode) && { stroke }),
  };
}

interface Point {
  x: number;
  y: number;
}

/** The box round a line of letters that reach `above` and `below` it, in units of a vector. */
function round(
  from: Point,
  to: Point,
  { x: across, y: up, above, below }: Point & { above: number; below: number },
): Rectangle {
  const xs = [from.x, to.x].flatMap((x) => [x + across * above, x - across * below]);
  const ys = [from.y, to.y].flatMap((y) => [y + up * above, y - up * below]);
  return {
    left: Math.min(...xs),
    bottom: Math.min(...ys),
    right: Math.max(...xs),
    top: Math.max(...ys),
  };
}
