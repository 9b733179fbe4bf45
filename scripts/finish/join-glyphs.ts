import type { Operand, Operation } from "../pdf/operand.ts";
import type { Metrics } from "../pdf/walk.ts";

/** An operation without its place in a stream. */
export type Written = Pick<Operation, "operator" | "operands">;

// Parts of a thousandth of the type size: finer than the coordinates that Chromium works with.
const parts = 1000;
const moveParts = 1e6;

// Ways of spacing text that Chromium doesn't use, and that would have to be reckoned with.
const spacing = new Set(["Tc", "Tw", "Tz", "TL", "TD", "T*", "'", '"']);

/** A line of text as it is written anew. */
interface Line {
  done: Written[];
  metrics: Metrics | undefined;
  /** Type size. */
  size: number;
  /** How far the origin of the old line is from that of the new one. */
  moved: number;
  /** Whether the next glyph stands at that origin, not behind the one before. */
  placed: boolean;
  /** Behind the last glyph, from the origin of the new line. */
  pen: number;
  /** What the last operation shows, while it can be added to. */
  shown: Array<number | number[]> | undefined;
}

/**
 * Shows the glyphs of a line as one string. Chromium places each by a move of its own, which makes most of the bytes
 * of a page; here only what differs from the widths of the glyphs is said. Each stays where it was, to a millionth of
 * the type size.
 * @param operations
 *   Of a page or form.
 * @param fonts
 *   Metrics by the resource name of a font.
 * @returns
 *   Fewer operations that paint the same.
 */
export function joinGlyphs(
  operations: readonly Written[],
  fonts: (name: string) => Metrics | undefined,
): readonly Written[] {
  if (operations.some(({ operator }) => spacing.has(operator))) return operations;
  const line: Line = {
    done: [],
    metrics: undefined,
    size: 0,
    moved: 0,
    placed: true,
    pen: 0,
    shown: undefined,
  };
  for (const operation of operations) {
    const { operator, operands } = operation;
    const [first, second] = operands;
    if (operator === "Td" && second === 0) {
      line.moved += Number(first);
      line.placed = true;
    } else if (operator === "Tj" && first instanceof Uint8Array && line.metrics) {
      show(line, first, line.metrics);
    } else {
      end(line);
      if (operator === "Tf") setFont(line, fonts(String(first)), Number(second));
      else if (operator === "Q") line.metrics = undefined;
      line.done.push(place(line, operation));
    }
  }
  end(line);
  return line.done;
}

function setFont(line: Line, metrics: Metrics | undefined, size: number): void {
  line.metrics = metrics?.vertical || size === 0 ? undefined : metrics;
  line.size = size;
}

/** Gives an operation that reckons from the origin of the line the origin it had. */
function place(line: Line, operation: Written): Written {
  const { operator, operands } = operation;
  if (operator === "BT" || operator === "Tm") Object.assign(line, { moved: 0, placed: true });
  if (operator === "Td") {
    const [across, up = 0] = operands;
    const whole = { operator, operands: [rounded(line.moved + Number(across)), up] };
    Object.assign(line, { moved: 0, placed: true });
    return whole;
  }
  if (operator === "Tj" || operator === "TJ") move(line);
  return operation;
}

function show(line: Line, text: Uint8Array, metrics: Metrics): void {
  if (line.shown === undefined) {
    move(line);
    line.shown = [];
  } else if (line.placed) {
    const back = Math.round(((line.pen - line.moved) / line.size) * 1000 * parts) / parts;
    if (back !== 0) line.shown.push(back);
    line.pen -= (back / 1000) * line.size;
  }
  line.placed = false;
  const last = line.shown.at(-1);
  if (Array.isArray(last)) last.push(...text);
  else line.shown.push([...text]);
  line.pen += (width(text, metrics) / 1000) * line.size;
}

/** Writes the move to where the next glyph stands. */
function move(line: Line): void {
  if (!line.placed) return;
  const across = rounded(line.moved);
  if (across !== 0) line.done.push({ operator: "Td", operands: [across, 0] });
  Object.assign(line, { moved: 0, placed: false, pen: 0 });
}

function end(line: Line): void {
  if (line.shown === undefined) return;
  const operands = line.shown.map(
    (part): Operand => (Array.isArray(part) ? Uint8Array.from(part) : part),
  );
  const single = operands.length === 1;
  line.done.push(single ? { operator: "Tj", operands } : { operator: "TJ", operands: [operands] });
  line.shown = undefined;
}

function width(text: Uint8Array, metrics: Metrics): number {
  let sum = 0;
  for (let at = 0; at < text.length; ) {
    let code = 0;
    for (const end = at + Math.max(1, metrics.codeLength(text, at)); at < end; at++)
      code = code * 256 + (text[at] ?? 0);
    sum += metrics.advance(code);
  }
  return sum;
}

function rounded(number: number): number {
  return Math.round(number * moveParts) / moveParts;
}
