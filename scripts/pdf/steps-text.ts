import { identity, type Matrix, multiply } from "./matrix.ts";
import type { Operand } from "./operand.ts";
import type { GraphicsState } from "./state.ts";
import { number, placed } from "./steps-state.ts";
import type { Glyph, Metrics, Step, Walk } from "./walk.ts";

/** Operators that set and show text. */
export const textSteps: readonly (readonly [string, Step])[] = [
  ["BT", (walk) => moveTo(walk, identity)],
  ["Tm", (walk, operands) => moveTo(walk, placed(operands, identity))],
  ["Td", (walk, [x, y]) => moveBy(walk, number(x), number(y))],
  ["TD", moveAndLead],
  ["T*", nextLine],
  ["Tf", setFont],
  ["Tc", setting("characterSpacing")],
  ["Tw", setting("wordSpacing")],
  ["Tz", (walk, [percent]) => setting("scaling")(walk, [number(percent) / 100])],
  ["TL", setting("leading")],
  ["Ts", setting("rise")],
  ["Tr", setting("renderMode")],
  ["Tj", (walk, operands) => show(walk, operands)],
  ["TJ", (walk, [strings]) => show(walk, Array.isArray(strings) ? strings : [])],
  ["'", showOnNextLine],
  ['"', spaceAndShow],
];

const unknown: Metrics = { codeLength: () => 1, advance: () => 500, vertical: false };

function setting(
  key: "characterSpacing" | "wordSpacing" | "scaling" | "leading" | "rise" | "renderMode",
): Step {
  return ({ seen }, [value]) => {
    seen.state[key] = number(value);
  };
}

function setFont({ seen }: Walk, [name, size]: readonly Operand[]): void {
  seen.state.font = typeof name === "string" ? name : "";
  seen.state.fontSize = number(size);
}

function moveTo(walk: Walk, matrix: Matrix): void {
  walk.textMatrix = matrix;
  walk.lineMatrix = matrix;
}

function moveBy(walk: Walk, x: number, y: number): void {
  moveTo(walk, shifted(walk.lineMatrix, x, y));
}

function shifted([a, b, c, d, e, f]: Matrix, x: number, y: number): Matrix {
  return [a, b, c, d, a * x + c * y + e, b * x + d * y + f];
}

function moveAndLead(walk: Walk, [x, y]: readonly Operand[]): void {
  walk.seen.state.leading = -number(y);
  moveBy(walk, number(x), number(y));
}

function nextLine(walk: Walk): void {
  moveBy(walk, 0, -walk.seen.state.leading);
}

function showOnNextLine(walk: Walk, operands: readonly Operand[]): void {
  nextLine(walk);
  show(walk, operands);
}

function spaceAndShow(walk: Walk, operands: readonly Operand[]): void {
  const [word, character, ...strings] = operands;
  walk.seen.state.wordSpacing = number(word);
  walk.seen.state.characterSpacing = number(character);
  showOnNextLine(walk, strings);
}

function show(walk: Walk, items: readonly Operand[]): void {
  const { seen, visitor } = walk;
  if (!visitor.text) return;
  const { state } = seen;
  const metrics = walk.fonts(state.font) ?? unknown;
  const glyphs: Glyph[] = [];
  const start = onPage(walk.textMatrix, state);
  const line = { glyphs, start, state, metrics };
  // Along the line, in text space; the matrix is made once, at the end.
  let along = 0;
  for (const item of items) {
    if (item instanceof Uint8Array) along = place(line, item, along);
    else if (typeof item === "number") along += adjustment(item, state, metrics);
  }
  const [x, y] = metrics.vertical ? [0, along] : [along, 0];
  walk.textMatrix = shifted(walk.textMatrix, x, y);
  const [, , , , across, up] = onPage(walk.textMatrix, state);
  const { fontSize, scaling } = state;
  const matrix = multiply([fontSize * scaling, 0, 0, fontSize, 0, 0], start);
  visitor.text({ font: state.font, glyphs, matrix, end: { x: across, y: up } }, seen);
}

/** From text space to the page, risen. */
function onPage(matrix: Matrix, { matrix: outer, rise }: GraphicsState): Matrix {
  return multiply(rise === 0 ? matrix : shifted(matrix, 0, rise), outer);
}

function adjustment(thousandths: number, state: GraphicsState, { vertical }: Metrics): number {
  return (-thousandths / 1000) * state.fontSize * (vertical ? 1 : state.scaling);
}

/** What is shown by one operator. */
interface Line {
  glyphs: Glyph[];
  /** From text space where it begins to the page. */
  start: Matrix;
  state: GraphicsState;
  metrics: Metrics;
}

/** Places the glyphs of a string; gives where the next stands. */
function place({ glyphs, start, state, metrics }: Line, string: Uint8Array, from: number): number {
  const { fontSize, characterSpacing, wordSpacing, scaling } = state;
  const { vertical } = metrics;
  const [a, b, c, d, e, f] = start;
  const [dx, dy] = vertical ? [c, d] : [a, b];
  const stretch = vertical ? 1 : scaling;
  let along = from;
  for (let at = 0; at < string.length; ) {
    const length = Math.max(1, Math.min(metrics.codeLength(string, at), string.length - at));
    let code = 0;
    for (let byte = 0; byte < length; byte++) code = code * 256 + (string[at + byte] as number);
    glyphs.push({ code, length, x: dx * along + e, y: dy * along + f });
    let advance = (metrics.advance(code) / 1000) * fontSize + characterSpacing;
    if (length === 1 && code === 32) advance += wordSpacing;
    along += advance * stretch;
    at += length;
  }
  return along;
}
