import { blank } from "../runs/characters.ts";
import { invisible, mirrorOf } from "../runs/true-hints.ts";
import type { Ground } from "./ground.ts";

/** A glyph to be laid on a text. */
export interface Step {
  /** By place, from the first that the run may have: what the cheapest way to it costs. */
  row: Float32Array;
  /** Letters that the font says, or none. */
  hint: string;
  /** Whether its run runs from right to left. */
  reversed: boolean;
  ground: Ground;
  /** The first place. */
  from: number;
}

// Of what nothing is known is one letter, or a dot or stroke of one, or several; what is known is what it says.
const costs = { part: 0.25, more: 0.3, turned: 0.2, wrong: 0.8, noSpace: 0.6 };
const mark = /^\p{M}+$/u;
// A glyph seldom stands for more letters.
const most = 3;

/**
 * Lays a glyph on all the characters from a place on that it may stand for.
 * @param step
 *   The glyph; its row is changed.
 * @param column
 *   The place.
 * @param cost
 *   Of coming there.
 */
export function layGlyph(step: Step, column: number, cost: number): void {
  const { hint, ground, from } = step;
  const { characters, kinds } = ground;
  const at = from + column;
  if (hint === invisible) offer(step, column, cost);
  else if (hint === "") layUnknown(step, column, cost);
  else if (says(characters, at, hint)) offer(step, column + lengthOf(hint), cost);
  else if (!blank.test(hint)) layOther(step, column, cost);
  else if (kinds[at] === "space") offer(step, column + 1, cost);
  else offer(step, column, cost + costs.noSpace);
}

function layUnknown(step: Step, column: number, cost: number): void {
  offer(step, column, cost + costs.part);
  const fits = fitting(step, column);
  for (let count = 1; count <= fits; count++)
    offer(step, column + count, cost + costs.more * (count - 1));
}

/** Lays a glyph on what its font does not say of it. */
function layOther(step: Step, column: number, cost: number): void {
  const { hint, ground, from } = step;
  offer(step, column, cost + (mark.test(hint) ? costs.part : costs.wrong));
  if (mirrorOf(hint) === ground.characters[from + column])
    offer(step, column + 1, cost + costs.turned);
  else if (fitting(step, column) > 0) offer(step, column + 1, cost + costs.wrong);
}

/** How many letters stand at a place that run as a run does. */
function fitting({ reversed, ground, from }: Step, column: number): number {
  let count = 0;
  for (; count < most; count++) {
    const side = ground.sides[from + column + count];
    if (side !== "mark" && side !== (reversed ? "right" : "left")) break;
  }
  return count;
}

function says(characters: readonly string[], at: number, hint: string): boolean {
  if (hint === characters[at]) return true;
  return hint.length > 1 && [...hint].every((one, index) => one === characters[at + index]);
}

function lengthOf(hint: string): number {
  return hint.length === 1 ? 1 : [...hint].length;
}

function offer({ row }: Step, column: number, cost: number): void {
  if (column < row.length && cost < (row[column] as number)) row[column] = cost;
}
