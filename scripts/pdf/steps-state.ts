import { type Matrix, multiply } from "./matrix.ts";
import type { Operand } from "./operand.ts";
import type { Colour } from "./state.ts";
import type { Step, Walk } from "./walk.ts";

// Damaged files open without closing; what is deeper than this is no drawing.
const deepest = 1000;

/** Operators that set the graphics state, colours too. */
export const stateSteps: readonly (readonly [string, Step])[] = [
  ["q", save],
  ["Q", restore],
  ["cm", ({ seen }, numbers) => set(seen.state, "matrix", placed(numbers, seen.state.matrix))],
  ["w", ({ seen }, [width]) => set(seen.state, "lineWidth", number(width))],
  ["gs", extend],
  ["g", device("fill", "DeviceGray")],
  ["G", device("stroke", "DeviceGray")],
  ["rg", device("fill", "DeviceRGB")],
  ["RG", device("stroke", "DeviceRGB")],
  ["k", device("fill", "DeviceCMYK")],
  ["K", device("stroke", "DeviceCMYK")],
  ["cs", space("fill")],
  ["CS", space("stroke")],
  ["sc", colour("fill")],
  ["scn", colour("fill")],
  ["SC", colour("stroke")],
  ["SCN", colour("stroke")],
];

/**
 * Reads an operand that should be a number.
 * @param operand
 *   Any; 0 where it is none.
 */
export function number(operand: Operand | undefined): number {
  return typeof operand === "number" ? operand : 0;
}

/**
 * Reads six operands as a matrix, done before another.
 * @param operands
 *   Six numbers; fewer change nothing.
 * @param outer
 *   The matrix so far.
 */
export function placed(operands: readonly Operand[], outer: Matrix): Matrix {
  if (operands.length < 6) return outer;
  const [a, b, c, d, e, f] = operands.slice(-6).map(number);
  return multiply([a, b, c, d, e, f] as Matrix, outer);
}

function set<State, Key extends keyof State>(state: State, key: Key, value: State[Key]): void {
  state[key] = value;
}

function save({ seen, stack }: Walk): void {
  if (stack.length < deepest) stack.push({ ...seen.state });
}

function restore({ seen, stack }: Walk): void {
  const state = stack.pop();
  if (state !== undefined) seen.state = state;
}

function extend({ seen }: Walk, [name]: readonly Operand[]): void {
  const { state } = seen;
  if (typeof name !== "string" || state.extended.at(-1) === name) return;
  state.extended = [...state.extended.filter((one) => one !== name), name];
}

function device(side: "fill" | "stroke", space: string): Step {
  return ({ seen }, operands) => {
    seen.state[side] = { space, components: operands.map(number) };
  };
}

function space(side: "fill" | "stroke"): Step {
  return ({ seen }, [name]) => {
    // Each space has a first colour; what it is, only its definition says: of the device's own, black.
    seen.state[side] = { space: String(name), components: initialOf.get(name) ?? [] };
  };
}

const initialOf: ReadonlyMap<unknown, readonly number[]> = new Map([
  ["DeviceGray", [0]],
  ["DeviceRGB", [0, 0, 0]],
  ["DeviceCMYK", [0, 0, 0, 1]],
]);

function colour(side: "fill" | "stroke"): Step {
  return ({ seen }, operands) => {
    const pattern = operands.at(-1);
    const next: Colour = {
      space: seen.state[side].space,
      components: operands.filter((one) => typeof one === "number"),
    };
    if (typeof pattern === "string") next.pattern = pattern;
    seen.state[side] = next;
  };
}
