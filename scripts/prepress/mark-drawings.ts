import { points } from "../pdf/length.ts";
import type { Rectangle } from "../pdf/matrix.ts";

/** Distances from the trim: where the bleed ends, and where the sheet does. */
export interface Room {
  inner: number;
  outer: number;
}

const millimetre = points(1);
// Thinner than what is cut away by a knife's width, and thick enough for a plate.
const lineWidth = 0.25;
const clear = millimetre;
const patch = 4 * millimetre;
/** How far from the corners of the trim bars and words begin. */
export const indent = 10 * millimetre;
/** How far from the middle of a side they keep, for the registration mark there. */
export const besideMiddle = 5 * millimetre;
// Bézier handles that make a quarter of a circle.
const handle = 0.5523;

/** Cyan, magenta, yellow, black of each patch: solid, half, and two over each other. */
const patches: readonly (readonly [number, number, number, number])[] = [
  [1, 0, 0, 0],
  [0, 1, 0, 0],
  [0, 0, 1, 0],
  [0, 0, 0, 1],
  [0.5, 0, 0, 0],
  [0, 0.5, 0, 0],
  [0, 0, 0.5, 0],
  [0, 0, 0, 0.5],
  [0, 1, 1, 0],
  [1, 0, 1, 0],
  [1, 1, 0, 0],
];

/**
 * Two lines at each corner, which stop short of the bleed.
 * @param trim
 *   Where the page will be cut.
 * @param room
 *   Room beside it.
 */
export function cropMarks(trim: Rectangle, room: Room): string {
  const [from, to] = [room.inner + clear, room.outer - clear];
  const across = [trim.bottom, trim.top].flatMap((y) => [
    line(trim.left - from, y, trim.left - to, y),
    line(trim.right + from, y, trim.right + to, y),
  ]);
  const up = [trim.left, trim.right].flatMap((x) => [
    line(x, trim.bottom - from, x, trim.bottom - to),
    line(x, trim.top + from, x, trim.top + to),
  ]);
  return registered([...across, ...up].join(""));
}

/**
 * A circle with a cross at the middle of each side.
 * @param trim
 *   Where the page will be cut.
 * @param room
 *   Room beside it.
 */
export function registrationMarks(trim: Rectangle, room: Room): string {
  const distance = (room.inner + room.outer) / 2;
  const [x, y] = [(trim.left + trim.right) / 2, (trim.bottom + trim.top) / 2];
  const places = [
    [x, trim.bottom - distance],
    [x, trim.top + distance],
    [trim.left - distance, y],
    [trim.right + distance, y],
  ] as const;
  const [radius, arm] = [2 * millimetre, 3 * millimetre];
  return registered(
    places
      .map(
        ([cx, cy]) =>
          line(cx - arm, cy, cx + arm, cy) +
          line(cx, cy - arm, cx, cy + arm) +
          circle(cx, cy, radius),
      )
      .join(""),
  );
}

/**
 * Patches of the inks above the page, on both sides of the registration mark where it is narrow.
 * @param trim
 *   Where the page will be cut.
 * @param room
 *   Room beside it.
 */
export function colourBar(trim: Rectangle, room: Room): string {
  const bottom = trim.top + (room.inner + room.outer - patch) / 2;
  const start = trim.left + indent;
  const middle = (trim.left + trim.right) / 2;
  const before = Math.floor((middle - besideMiddle - start) / patch);
  return patches
    .map((inks, index) => {
      const left =
        index < before ? start + index * patch : middle + besideMiddle + (index - before) * patch;
      return `${inks.join(" ")} k ${[left, bottom, patch, patch].map(tidy).join(" ")} re f\n`;
    })
    .join("");
}

function registered(lines: string): string {
  return `q /Registration CS 1 SCN ${lineWidth} w\n${lines}Q\n`;
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  return `${tidy(x1)} ${tidy(y1)} m ${tidy(x2)} ${tidy(y2)} l S\n`;
}

function circle(x: number, y: number, r: number): string {
  const h = r * handle;
  const curve = (...numbers: number[]) => `${numbers.map(tidy).join(" ")} c\n`;
  return [
    `${tidy(x + r)} ${tidy(y)} m\n`,
    curve(x + r, y + h, x + h, y + r, x, y + r),
    curve(x - h, y + r, x - r, y + h, x - r, y),
    curve(x - r, y - h, x - h, y - r, x, y - r),
    curve(x + h, y - r, x + r, y - h, x + r, y),
    "s\n",
  ].join("");
}

function tidy(value: number): number {
  return Math.round(value * 1000) / 1000;
}
