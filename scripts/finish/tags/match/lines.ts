import type { Operation } from "../../../pdf/operand.ts";
import type { Item, Paint } from "../runs/items.ts";
import type { Run } from "../runs/run.ts";
import { type Drawn, drawnBetween } from "./drawn.ts";
import type { Matched } from "./match.ts";

/** Runs of a line that are read in another order than they were painted in. */
export interface Line {
  kind: "line";
  /** Operations from the first run to the last. */
  first: number;
  last: number;
  /** In reading order. */
  runs: Matched[];
  /** Of its largest type, in points. */
  baseline: number;
  /** Rules along some of them, as painted: under a link, through struck words. */
  rules: Drawn[];
  /** Ink that it leaves set. */
  ink: number;
}

/** What a page shows. */
export interface PaintedPage {
  operations: readonly Operation[];
  /** As painted. */
  items: readonly Item[];
  /** What runs say. */
  matched: ReadonlyMap<Run, Matched>;
  /** Whether a run is read before another. */
  isBefore(one: Matched, other: Matched): boolean;
}

/** Points. Runs of one line stand on one baseline. */
export const sameLine = 0.5;
const colouring = new Set(["rg", "RG"]);
// A rule that leaves letters free that reach below it is drawn through a path of its own.
const framing = new Set([
  ...colouring,
  "q",
  "Q",
  "cm",
  "gs",
  "re",
  "m",
  "l",
  "c",
  "h",
  "W",
  "W*",
  "n",
]);
const ruling = new Set(["re", "f"]);
// Points.
const alike = 0.01;
// Share of the type size that a rule is thick at most.
const thickest = 0.25;
// Shares of the larger type size: how small words are set that are raised or lowered, and how far off the line at most.
const small = 0.9;
const shifted = 0.5;

/**
 * Gathers the runs of each line in which text runs from right to left: pdf.js reads them as they are painted, and
 * Chromium paints from left to right.
 * @param page
 *   What it shows, as painted, and what its runs say.
 */
export function gatherLines(page: PaintedPage): Array<Item | Line> {
  const { items, matched } = page;
  const gathered: Array<Item | Line> = [];
  for (let index = 0; index < items.length; index++) {
    const end = endOfLine(page, index);
    const line = items.slice(index, end);
    const runs = line.filter((item) => item.kind === "run");
    const [first] = runs;
    const last = runs.at(-1);
    const read = runs.map((run) => matched.get(run) as Matched);
    read.sort((one, other) => (page.isBefore(one, other) ? -1 : 1));
    const isPainted = runs.every((run, at) => !run.reversed && read[at]?.run === run);
    if (!first || !last || runs.length < 2 || isPainted) {
      gathered.push(items[index] as Item);
      continue;
    }
    const { ink } = last;
    const rules = drawnBetween(line);
    const { baseline } = runs.reduce((one, other) => (sizeOf(other) > sizeOf(one) ? other : one));
    gathered.push({
      ...{ kind: "line", first: first.first, last: last.last },
      ...{ runs: read, baseline, rules, ink },
    });
    index = end - 1;
  }
  return gathered;
}

/** Behind the last run of the line that begins with an item. */
function endOfLine({ items, operations, matched }: PaintedPage, start: number): number {
  const first = items[start];
  if (first?.kind !== "run" || !matched.has(first)) return start + 1;
  let end = start + 1;
  let before: Item = first;
  // What is raised or lowered may come first.
  let largest = first;
  for (let index = end; index < items.length; index++) {
    const item = items[index] as Item;
    if (item.kind === "inking") continue;
    const isRuled = before.kind === "paint" || item.kind === "paint";
    const between = isRuled ? framing : colouring;
    if (!areAll(between, operations, before.last + 1, item.first)) break;
    before = item;
    if (item.kind === "paint" && isRule(item, first, operations)) continue;
    if (item.kind !== "run" || !matched.has(item)) break;
    if (!areOnOneLine(item, largest) || !isPlacedAlike(item, first)) break;
    if (sizeOf(item) > sizeOf(largest)) largest = item;
    end = index + 1;
  }
  return end;
}

/** Whether a drawing is a rule along a line of text, which may be drawn before all of it. */
function isRule(
  { box, first, last }: Paint,
  { baseline, size, scale }: Run,
  operations: readonly Operation[],
): boolean {
  const height = size * scale;
  for (let index = first; index <= last; index++)
    if (!ruling.has(operations[index]?.operator ?? "")) return false;
  return (
    box.top - box.bottom < thickest * height &&
    box.bottom > baseline - height &&
    box.top < baseline + height
  );
}

/** Whether runs stand on one baseline, or one is raised or lowered beside the other, in smaller type. */
function areOnOneLine(one: Run, other: Run): boolean {
  const off = Math.abs(one.baseline - other.baseline);
  const [smaller, larger] = [sizeOf(one), sizeOf(other)].sort((a, b) => a - b) as [number, number];
  return off <= sameLine || (smaller < small * larger && off < shifted * larger);
}

function sizeOf({ size, scale }: Run): number {
  return size * scale;
}

/** Whether all places of two runs are counted from one point, in one unit. */
function isPlacedAlike(one: Run, other: Run): boolean {
  const [first, second] = [originOf(one), originOf(other)];
  return first.every((value, index) => Math.abs(value - (second[index] as number)) < alike);
}

function originOf({ matrix: [width, , , , x, y], left, baseline, scale }: Run): number[] {
  const unit = scale / width;
  return [unit, left - x * unit, baseline + y * unit];
}

function areAll(
  operators: ReadonlySet<string>,
  operations: readonly Operation[],
  from: number,
  to: number,
): boolean {
  for (let index = from; index < to; index++)
    if (!operators.has(operations[index]?.operator ?? "")) return false;
  return true;
}
