import type { Matrix } from "../pdf/matrix.ts";
import type { Operand, Operation } from "../pdf/operand.ts";
import { readOperations } from "../pdf/tokens.ts";
import { channels, type Inks, plainOperators, type Rgb, type Use } from "./inks.ts";
import { type Uses, usesOf } from "./uses.ts";

/** What a colour space named in a content stream holds. */
export type SpaceKind = "rgb" | "grey" | "cmyk" | "pattern" | "other";

/** A content stream in other colours. */
export interface Recoloured {
  content: Uint8Array;
  placed: Uses["placed"];
}

type Side = "fill" | "stroke";

/** An operation that sets a colour. */
interface Setting {
  index: number;
  side: Side;
  /** The colour, where it is plain. */
  rgb?: Rgb;
  /** What to write instead, where it isn't. */
  uses: Set<Use>;
}

// By operator: which colour it sets, and as what.
const plain: Readonly<Record<string, [side: Side, kind: SpaceKind]>> = {
  g: ["fill", "grey"],
  G: ["stroke", "grey"],
  rg: ["fill", "rgb"],
  RG: ["stroke", "rgb"],
  k: ["fill", "cmyk"],
  K: ["stroke", "cmyk"],
};
const spaces: Readonly<Record<string, Side>> = { cs: "fill", CS: "stroke" };
const inSpace: Readonly<Record<string, Side>> = {
  sc: "fill",
  scn: "fill",
  SC: "stroke",
  SCN: "stroke",
};

/**
 * Puts the colours of a content stream into other inks; every other byte stays.
 * @param content
 *   Decoded stream.
 * @param inks
 *   What colours become.
 * @param kindOf
 *   What a colour space holds, by the name of the resource.
 * @param matrix
 *   From the stream's units to points.
 */
export function recolour(
  content: Uint8Array,
  inks: Inks,
  kindOf: (name: string) => SpaceKind,
  matrix: Matrix,
): Recoloured {
  const operations = readOperations(content);
  const uses = usesOf(operations, matrix);
  const settings = settingsOf(operations, uses, { inks, kindOf });
  const parts: Uint8Array[] = [];
  let done = 0;
  for (const setting of settings) {
    const { start, end } = operations[setting.index] as Operation;
    parts.push(content.subarray(done, start), Buffer.from(write(setting, inks)));
    done = end;
  }
  parts.push(content.subarray(done));
  return { content: Buffer.concat(parts), placed: uses.placed };
}

function settingsOf(
  operations: readonly Operation[],
  { paints }: Uses,
  meaning: Meaning,
): Setting[] {
  const settings: Setting[] = [];
  const stack: State[] = [];
  let state: State = { fill: undefined, stroke: undefined, fillKind: "grey", strokeKind: "grey" };
  for (const [index, operation] of operations.entries()) {
    const { operator } = operation;
    if (operator === "q") stack.push({ ...state });
    else if (operator === "Q") state = stack.pop() ?? state;
    const painted = paints.get(index);
    for (const side of ["fill", "stroke"] as const) {
      const use = painted?.[side];
      if (use !== undefined) state[side]?.uses.add(use);
    }
    const setting = read(operation, state, meaning);
    if (setting === undefined) continue;
    const whole = { ...setting, index, uses: new Set<Use>() };
    state[setting.side] = whole;
    if (setting.rgb !== undefined) settings.push(whole);
  }
  return settings;
}

/** What says what colours are and become. */
interface Meaning {
  inks: Inks;
  kindOf: (name: string) => SpaceKind;
}

interface State {
  fill: Setting | undefined;
  stroke: Setting | undefined;
  fillKind: SpaceKind;
  strokeKind: SpaceKind;
}

function read(
  { operator, operands }: Operation,
  state: State,
  { inks, kindOf }: Meaning,
): Pick<Setting, "side" | "rgb"> | undefined {
  const [side, kind] = plain[operator] ?? [];
  if (side !== undefined && kind !== undefined) {
    state[`${side}Kind`] = kind;
    return { side, ...colourOf(kind, operands, inks) };
  }
  const named = spaces[operator];
  if (named !== undefined) {
    const [name] = operands;
    const space = typeof name === "string" ? kindOf(name) : "other";
    state[`${named}Kind`] = space;
    // A space begins with its black, as the one that is written instead does.
    return { side: named, ...colourOf(space, space === "cmyk" ? [0, 0, 0, 1] : [0, 0, 0], inks) };
  }
  const set = inSpace[operator];
  if (set === undefined) return undefined;
  return { side: set, ...colourOf(state[`${set}Kind`], operands, inks) };
}

/** The colour as sRGB; nothing where it is ink already, or a pattern. */
function colourOf(
  kind: SpaceKind,
  operands: readonly Operand[],
  inks: Inks,
): Pick<Setting, "rgb"> | undefined {
  const [one = 0, two = 0, three = 0, four = 0] = operands.filter(
    (part) => typeof part === "number",
  );
  if (kind === "rgb") return { rgb: [one, two, three] };
  if (kind === "grey") return { rgb: [one, one, one] };
  if (kind !== "cmyk" || channels[inks.space] === 4) return undefined;
  const light = 1 - four;
  return { rgb: [(1 - one) * light, (1 - two) * light, (1 - three) * light] };
}

function write({ side, rgb, uses }: Setting, inks: Inks): string {
  // What colours an area too is one: a tint must not turn black because a letter shares it.
  const use = uses.has("area") || uses.size === 0 ? "area" : uses.has("line") ? "line" : "text";
  const parts = inks.plain(rgb as Rgb, use);
  return `${parts.join(" ")} ${plainOperators[inks.space][side]}`;
}
