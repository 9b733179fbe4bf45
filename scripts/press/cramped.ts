import type { Fault } from "../types.ts";
import type { BrokenTable } from "./page/seen/broken.ts";

/**
 * Says which tables have columns too narrow for their words.
 * @param tables
 *   What was found on the pages, in order.
 * @returns
 *   A fault for each table, whatever pages it goes over.
 */
export function findCramped(tables: readonly BrokenTable[]): Fault[] {
  const first = new Map([...tables].reverse().map((table) => [table.ref, table]));
  return [...first.values()].reverse().map(({ place, columns, word }) => ({
    rule: "table-cramped",
    ...(place && { place }),
    reason: `a table of ${columns} columns has no room for its words: “${word}” is cut in two`,
    note: "Give it fewer columns or shorter words, or part it in two; the handout has the widest page.",
  }));
}
