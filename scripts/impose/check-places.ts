import type { Fault } from "../types.ts";
import { tolerance } from "./measure.ts";
import type { Box, Plan } from "./plan.ts";
import type { Found } from "./verify-sheets.ts";

/** Points that a page may lose at an edge to the fold or its neighbour: no margin of ours is as narrow. */
const mostLost = 14;

/**
 * Checks where pages lie: each as often as it should, whole, on the sheet, none over another.
 * @param found
 *   Pages as they were found on the sheets.
 * @param pages
 *   How many pages there are.
 * @param plan
 *   What was meant.
 * @returns
 *   Faults `sheet-pages`.
 */
export function checkPlaces(found: readonly Found[], pages: number, plan: Plan): Fault[] {
  const places = Array.from({ length: pages }, (_, page) =>
    found.filter((one) => one.page === page),
  );
  const faults = places.flatMap((own, page) =>
    plan.times === "parts" ? inParts(own, page) : whole(own, page, plan.times),
  );
  return [...faults, ...onSheet(found, plan)];
}

function whole(own: readonly Found[], page: number, times: number): Fault[] {
  const count =
    own.length === times
      ? []
      : [fault(`page ${page + 1} is on them ${own.length} times instead of ${times}`)];
  const cut = own.some(({ whole, clip }) => {
    const seen = common(whole, clip);
    return whole.width - seen.width > mostLost || whole.height - seen.height > tolerance;
  });
  const note = "Give a smaller --thickness, or fold in parts with --signature 16.";
  return cut
    ? [...count, { ...fault(`page ${page + 1} would be cut off at its edge`), note }]
    : count;
}

/** The parts of a poster cover it: so does every field of the grid that all their edges make. */
function inParts(own: readonly Found[], page: number): Fault[] {
  const windows = own
    .filter(({ scale }) => scale === 1)
    .map(({ whole, clip }) => {
      const seen = common(whole, clip);
      return { size: whole, box: { ...seen, x: seen.x - whole.x, y: seen.y - whole.y } };
    });
  const [first] = windows;
  if (!first) return [fault(`poster ${page + 1} is not on them`)];
  const edges = (side: "x" | "y", length: "width" | "height") =>
    [
      ...windows.flatMap(({ box }) => [box[side], box[side] + box[length]]),
      0,
      first.size[length],
    ].sort((a, b) => a - b);
  const middles = (values: number[]) =>
    values.slice(1).flatMap((value, index) => {
      const before = values[index] ?? value;
      return value - before > tolerance ? [(value + before) / 2] : [];
    });
  const isCovered = (x: number, y: number) =>
    windows.some(
      ({ box }) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height,
    );
  const down = middles(edges("y", "height"));
  const covered = middles(edges("x", "width")).every((x) => down.every((y) => isCovered(x, y)));
  return covered ? [] : [fault(`a strip of poster ${page + 1} is on none of them`)];
}

function onSheet(found: readonly Found[], { sheet }: Plan): Fault[] {
  const seen = found.map((one) => ({ ...one, box: common(one.whole, one.clip) }));
  const page = { x: 0, y: 0, ...sheet };
  return seen.flatMap((one, index) => {
    const inside = common(one.box, page);
    const off =
      one.box.width - inside.width > tolerance || one.box.height - inside.height > tolerance;
    const under = seen
      .slice(index + 1)
      .find((other) => other.side === one.side && overlap(one.box, other.box));
    return [
      ...(off ? [fault(`page ${one.page + 1} hangs over the edge of its sheet`)] : []),
      ...(under ? [fault(`pages ${one.page + 1} and ${under.page + 1} lie on each other`)] : []),
    ];
  });
}

function overlap(one: Box, other: Box): boolean {
  const both = common(one, other);
  return both.width > tolerance && both.height > tolerance;
}

function common(one: Box, other: Box): Box {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  const width = Math.max(0, Math.min(one.x + one.width, other.x + other.width) - x);
  const height = Math.max(0, Math.min(one.y + one.height, other.y + other.height) - y);
  return { x, y, width, height };
}

function fault(reason: string): Fault {
  return { rule: "sheet-pages", reason };
}
