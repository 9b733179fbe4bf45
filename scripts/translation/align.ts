import type { Matching, Part } from "./parts.ts";

// Two parts of different shape are still more likely one translated than one lost and another made up.
const otherShape = 1;
const alone = 2;

/**
 * Puts parts side by side that come in the same order in both texts, so that as few as possible are left over.
 * @param original
 *   Parts in order.
 * @param translation
 *   Parts in order.
 * @returns
 *   Pairs have the same key.
 */
export function align(original: readonly Part[], translation: readonly Part[]): Matching {
  const start = alike(original, translation);
  const end = alike(original.slice(start).reverse(), translation.slice(start).reverse());
  const left = original.slice(start, original.length - end);
  const right = translation.slice(start, translation.length - end);
  const middle = alignAll(left, right);
  const pair = (one: Part, index: number, from: readonly Part[]): [Part, Part] => [
    one,
    translation[from === original ? index : translation.length - end + index] as Part,
  ];
  return {
    ...middle,
    pairs: [
      ...original.slice(0, start).map((one, index) => pair(one, index, original)),
      ...middle.pairs,
      ...original.slice(original.length - end).map((one, index) => pair(one, index, [])),
    ],
  };
}

/** How many parts at the start are the same in key and shape: all, where nothing is amiss. */
function alike(original: readonly Part[], translation: readonly Part[]): number {
  const index = original.findIndex(
    (one, at) => one.key !== translation[at]?.key || one.shape !== translation[at]?.shape,
  );
  return index === -1 ? original.length : index;
}

function alignAll(original: readonly Part[], translation: readonly Part[]): Matching {
  const costs = costsOf(original, translation);
  const result: Matching = { pairs: [], missing: [], added: [] };
  let [i, j] = [0, 0];
  while (i < original.length || j < translation.length) {
    const [one, other] = [original[i], translation[j]];
    const cost = costAt(costs, i, j);
    if (one && other && cost === costAt(costs, i + 1, j + 1) + costOf(one, other)) {
      result.pairs.push([one, other]);
      [i, j] = [i + 1, j + 1];
    } else if (one && cost === costAt(costs, i + 1, j) + alone) {
      result.missing.push(one);
      i++;
    } else {
      if (other) result.added.push(other);
      j++;
    }
  }
  return result;
}

/** Lowest cost of what is left of both texts from each pair of parts on. */
function costsOf(original: readonly Part[], translation: readonly Part[]): Uint32Array[] {
  const [rows, columns] = [original.length, translation.length];
  const costs = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1));
  for (let i = rows; i >= 0; i--) {
    for (let j = columns; j >= 0; j--) {
      const [one, other, row] = [original[i], translation[j], costs[i] as Uint32Array];
      const ways = [
        one && other ? costAt(costs, i + 1, j + 1) + costOf(one, other) : undefined,
        one ? costAt(costs, i + 1, j) + alone : undefined,
        other ? costAt(costs, i, j + 1) + alone : undefined,
      ].filter((way) => way !== undefined);
      row[j] = ways.length === 0 ? 0 : Math.min(...ways);
    }
  }
  return costs;
}

function costAt(costs: Uint32Array[], i: number, j: number): number {
  return costs[i]?.[j] ?? 0;
}

function costOf(one: Part, other: Part): number {
  if (one.key !== other.key) return Number.POSITIVE_INFINITY;
  return one.shape === other.shape ? 0 : otherShape;
}
