import type { Item, Paint } from "../runs/items.ts";

/** What is drawn between two runs, and all that is said for it. */
export interface Drawn {
  /** Operations behind the one run and before the other. */
  first: number;
  last: number;
  paints: Paint[];
}

/**
 * Gathers what is drawn between the runs of a line: what is said before it, and behind it, makes up for each other.
 * @param line
 *   Begins and ends with a run.
 */
export function drawnBetween(line: readonly Item[]): Drawn[] {
  const drawn: Drawn[] = [];
  let behind = 0;
  let paints: Paint[] = [];
  for (const item of line) {
    if (item.kind === "paint") paints.push(item);
    if (item.kind !== "run") continue;
    if (paints.length > 0) drawn.push({ first: behind, last: item.first - 1, paints });
    paints = [];
    behind = item.last + 1;
  }
  return drawn;
}
