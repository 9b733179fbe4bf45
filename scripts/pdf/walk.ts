import { identity, type Matrix, type Rectangle } from "./matrix.ts";
import type { Dictionary, Operand, Operation } from "./operand.ts";
import { type GraphicsState, initialState, type Mark } from "./state.ts";
import { objectSteps } from "./steps-object.ts";
import { pathSteps } from "./steps-path.ts";
import { stateSteps } from "./steps-state.ts";
import { textSteps } from "./steps-text.ts";

/** What the walk needs to know of a font to place its glyphs. */
export interface Metrics {
  /** How many bytes the code at a place takes. */
  codeLength(string: Uint8Array, at: number): number;
  /** Advance of a code, in thousandths of the font size; downward, so mostly negative, where it is vertical. */
  advance(code: number): number;
  vertical: boolean;
}

/** One glyph on the page. */
export interface Glyph {
  code: number;
  /** How many bytes the code has. */
  length: number;
  /** Where its origin is. */
  x: number;
  y: number;
}

/** A string that is shown; a `TJ` is one, with the glyphs of all its strings. */
export interface TextShow {
  /** Resource name. */
  font: string;
  glyphs: readonly Glyph[];
  /** From glyph space, where the font size is 1, to the page or form, at the first glyph. */
  matrix: Matrix;
  /** Where the next glyph would stand. */
  end: { x: number; y: number };
}

/** A part of a path that hangs together. */
export interface Subpath {
  /** Box round its points and control points, without the width of a line. */
  box: Rectangle;
  /** Whether it is an upright rectangle made by `re`. */
  rectangle: boolean;
}

/** A path that is painted. */
export interface PathPaint {
  subpaths: readonly Subpath[];
  fills: boolean;
  strokes: boolean;
  /** Width of its line, in the page's or form's units. */
  lineWidth: number;
}

/** What a walk tells; each with the state at that moment, which is not kept: copy what should last. */
export interface Visitor {
  text?(show: TextShow, seen: Seen): void;
  path?(paint: PathPaint, seen: Seen): void;
  /** `Do`: an image lies on the unit square of `seen.state.matrix`, a form in units of it. */
  xObject?(name: string, seen: Seen): void;
  inlineImage?(dictionary: Dictionary, data: Uint8Array, seen: Seen): void;
  shading?(name: string, seen: Seen): void;
}

/** Where something was met. */
export interface Seen {
  state: Readonly<GraphicsState>;
  /** Open marked content, outermost first. */
  marks: readonly Mark[];
  operation: Operation;
  /** Its place in the list that is walked. */
  index: number;
}

/** Where a walk is. */
export interface Walk {
  visitor: Visitor;
  fonts: (name: string) => Metrics | undefined;
  seen: { -readonly [key in keyof Seen]: Seen[key] } & { state: GraphicsState; marks: Mark[] };
  stack: GraphicsState[];
  textMatrix: Matrix;
  lineMatrix: Matrix;
  path: Subpath[];
  /** Whether the next painting operator also clips. */
  clips: boolean;
}

/** What an operator does to a walk. */
export type Step = (walk: Walk, operands: readonly Operand[]) => void;

const nothing: Operation = { operator: "", operands: [], start: 0, end: 0 };
const steps: ReadonlyMap<string, Step> = new Map([
  ...stateSteps,
  ...pathSteps,
  ...textSteps,
  ...objectSteps,
]);

/**
 * Follows a content stream's graphics state and tells what it paints, and where. Forms are not entered:
 * whoever wants that walks them from `xObject`, with `formState` to begin with.
 * @param operations
 *   The stream, read.
 * @param visitor
 *   Whom to tell what.
 * @param fonts
 *   Widths by the resource name of a font. Glyphs of one that isn't known are a byte long and half an em wide.
 * @param initial
 *   State to begin with; a page's else.
 */
export function walkOperations(
  operations: readonly Operation[],
  visitor: Visitor,
  fonts: (name: string) => Metrics | undefined = () => undefined,
  initial: Readonly<GraphicsState> = initialState,
): void {
  const walk: Walk = {
    visitor,
    fonts,
    seen: { state: { ...initial }, marks: [], operation: nothing, index: 0 },
    stack: [],
    textMatrix: identity,
    lineMatrix: identity,
    path: [],
    clips: false,
  };
  const { seen } = walk;
  for (const [index, operation] of operations.entries()) {
    seen.operation = operation;
    seen.index = index;
    steps.get(operation.operator)?.(walk, operation.operands);
  }
}
